import type { CustomerNoticeWording } from './words.ts';

/** What customers read for each kind of notice, in German. */
export const notices: CustomerNoticeWording = (named) => ({
  queuePosition: ({ before }) =>
    Number(before ?? 0) > 0 ? `Sie sind an Position ${Number(before) + 1}.` : 'Sie sind als Nächstes an der Reihe.',
  consent: () => 'Diese Unterhaltung kann mitgelesen, aufgezeichnet und gespeichert werden.',
  agentJoined: (it) => `${named(it, 'agent', 'Unser Kundenservice')} antwortet Ihnen jetzt.`,
  consultantJoined: (it) => `${named(it, 'person', 'Jemand')} ist zur Beratung dazugekommen.`,
  consultantLeft: (it) => {
    const left = `${named(it, 'person', 'Die beratende Person')} hat die Unterhaltung verlassen.`;
    const agent = named(it, 'agent', '');
    return agent === '' ? left : `${left} ${agent} ist weiterhin da.`;
  },
  transferred: (it) =>
    `${named(it, 'from', 'Unser Kundenservice')} hat Sie an ${named(it, 'to', 'ein anderes Teammitglied')} übergeben.`,
  agentLeft: (it) => `${named(it, 'agent', 'Unser Kundenservice')} hat die Unterhaltung verlassen.`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'Unser Kundenservice hat die Unterhaltung beendet.'
      : by === 'customer'
        ? 'Sie haben die Unterhaltung beendet.'
        : by === 'unanswered'
          ? 'Niemand konnte rechtzeitig antworten. Schreiben Sie uns, um neu zu beginnen.'
          : 'Die Unterhaltung ist beendet.',
  forceClosed: () => 'Die Unterhaltung wurde geschlossen.',
  returnedToQueue: () => 'Sie sind wieder in der Warteschlange. Jemand anderes wird Ihnen antworten.',
  agentDisconnected: (it) =>
    `Die Verbindung zu ${named(it, 'agent', 'unserem Kundenservice')} ist abgebrochen. Jemand anderes wird Ihnen antworten.`,
});
