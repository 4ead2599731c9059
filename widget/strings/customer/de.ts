import type { CustomerLanguage } from './language.ts';

/** The customer's chat in German. */
export const language: CustomerLanguage = {
  words: {
    customerService: 'Kundenservice',
    answersYouNow: 'antwortet Ihnen jetzt',
    endedAt: ({ clock }) => `Beendet um ${clock}`,
    placeNext: 'Sie sind als Nächstes an der Reihe',
    placeOf: ({ place }) => `Sie sind an Position ${place}`,
    comeBack: 'Sie können diese Seite schließen und später wiederkommen.',
    nobodyHere: 'Im Moment ist niemand da',
    writeNow: 'Schreiben Sie jetzt und behalten Sie Ihren Platz. Wir antworten hier in der Reihenfolge des Eingangs.',
    consent: 'Diese Unterhaltung kann mitgelesen, aufgezeichnet und gespeichert werden.',
    agree: 'Zustimmen und beginnen',
    yourName: 'Ihr Name',
    whatIsItAbout: 'Worum geht es?',
    start: 'Beginnen',
    writeAMessage: 'Nachricht schreiben',
    send: 'Senden',
    yourMessage: 'Ihre Nachricht',
    conversation: 'Unterhaltung',
    tooLong: ({ length, limit }) => `${length} von ${limit} Zeichen. Kürzen Sie den Text, um ihn zu senden.`,
    you: 'Sie',
    authorAt: ({ name, clock }) => `${name}, ${clock}`,
    noticeAt: ({ words, clock }) => `${words} ${clock}`,
    sending: 'Wird gesendet',
    sentAt: ({ clock }) => `Gesendet um ${clock}`,
    notSent: 'Nicht gesendet. Zum Wiederholen tippen',
    goesOutLater: 'Wird gesendet, sobald Sie wieder verbunden sind',
    newBelow: ({ entries }) => `${entries} neue weiter unten`,
    noConnection: 'Keine Verbindung. Ihre Nachrichten bleiben erhalten und werden von selbst gesendet.',
    notOpened: 'Der Chat konnte nicht geöffnet werden. Ihre Angaben sind noch da: Versuchen Sie es gleich noch einmal.',
    notOpenedOffline:
      'Es besteht keine Verbindung. Ihre Angaben sind noch da: Versuchen Sie es erneut, sobald Sie wieder online sind.',
    notOpenedBusy:
      'Im Moment schreiben uns viele Menschen. Ihre Angaben sind noch da: Versuchen Sie es in einer Minute erneut.',
    opening: 'Der Chat wird geöffnet',
    typing: ({ name }) => `${name} schreibt`,
    end: 'Chat beenden',
    endQuestion: 'Diese Unterhaltung beenden?',
    endAsked: 'Der Chat wird beendet',
    endWaits: 'Der Chat endet, sobald das möglich ist. Es wird von selbst erneut versucht.',
    endBack: 'Doch nicht beenden',
    keepWriting: 'Weiterschreiben',
    startNew: 'Neue Unterhaltung beginnen',
    keepTranscript: 'Verlauf speichern',
    transcriptOf: ({ day }) => `Ihre Unterhaltung vom ${day}`,
  },
  notices: (named) => ({
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
  }),
};
