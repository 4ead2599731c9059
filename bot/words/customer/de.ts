import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in German. */
export const de: CustomerWords = {
  visitor: 'Gast',
  noFiles: 'Dateien und Bilder werden hier nicht weitergegeben. Bitte schreiben Sie es.',
  noText: 'Die Nachricht enthielt keinen Text, daher wurde nichts weitergegeben.',
  unchanged: 'Eine gesendete Nachricht bleibt, wie sie war. Bitte schreiben Sie eine Korrektur.',
  notTaken: 'Ihre letzte Nachricht konnte nicht weitergegeben werden. Bitte schreiben Sie sie anders.',
  notices: {
    queuePosition: ({ before }) =>
      Number(before ?? 0) > 0 ? `Sie sind an Position ${Number(before) + 1}.` : 'Sie sind als Nächstes an der Reihe.',
    consent: () => 'Diese Unterhaltung kann mitgelesen, aufgezeichnet und gespeichert werden.',
    agentJoined: (it) => `${named(it, 'agent', 'Unser Kundenservice')} antwortet Ihnen jetzt.`,
    consultantJoined: (it) => `${named(it, 'person', 'Jemand')} ist zur Beratung dazugekommen.`,
    consultantLeft: (it) => `${named(it, 'person', 'Die beratende Person')} hat die Unterhaltung verlassen.`,
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
  },
};
