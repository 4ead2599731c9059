import type { NoticeWording } from '../language.ts';

const by = (person: string): string => (person === '' ? '' : `, durch ${person}`);

/** What staff read for each kind of notice, in German. */
export const notices: NoticeWording = (named) => ({
  queuePosition: (params) =>
    named(params, 'before', '0') === '0'
      ? 'Dem Kunden wurde gesagt, dass er als Nächstes an der Reihe ist'
      : `Dem Kunden wurde gesagt, wie viele vor ihm warten: ${named(params, 'before', '0')}`,
  consent: () => 'Dem Kunden wurde gesagt, dass die Unterhaltung beobachtet, aufgezeichnet und gespeichert werden kann',
  agentJoined: (params) => `${named(params, 'agent', 'Der Agent')} hat die Unterhaltung`,
  consultantJoined: (params) => `${named(params, 'person', 'Ein Supervisor')} ist als Beratung beigetreten`,
  consultantLeft: (params) => `${named(params, 'person', 'Ein Supervisor')} hat die Unterhaltung verlassen`,
  transferred: (params) =>
    `${named(params, 'from', 'Der vorherige Agent')} hat an ${named(params, 'to', 'einen anderen Agenten')} übergeben`,
  agentLeft: (params) => `${named(params, 'agent', 'Der Agent')} hat die Unterhaltung verlassen`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'Der Agent hat die Unterhaltung beendet'
      : by === 'customer'
        ? 'Der Kunde hat die Unterhaltung beendet'
        : by === 'timer'
          ? 'Die Unterhaltung endete durch Zeitablauf'
          : by === 'unanswered'
            ? 'Die Unterhaltung endete unbeantwortet'
            : 'Die Unterhaltung ist beendet',
  forceClosed: () => 'Ein Supervisor hat die Unterhaltung geschlossen',
  returnedToQueue: (params) =>
    params['why'] === 'botHandedOver'
      ? 'Der Bot hat an die Warteschlange abgegeben'
      : `${named(params, 'agent', 'Der Agent')} hat sie in die Warteschlange freigegeben`,
  agentDisconnected: (params) =>
    params['why'] === 'signedOut' || params['why'] === 'disabled'
      ? `${named(params, 'agent', 'Der Agent')} hat sich abgemeldet`
      : `${named(params, 'agent', 'Der Agent')} hat die Verbindung verloren`,
  offered: (params) => `Angeboten: ${named(params, 'agent', 'Agent')}${by(named(params, 'by', ''))}`,
  offerExpired: (params) => `${named(params, 'agent', 'Der Agent')} hat das Angebot nicht beantwortet`,
  offerWithdrawn: (params) => `Das Angebot an ${named(params, 'agent', 'den Agenten')} wurde zurückgezogen`,
  offerRejected: (params) => `${named(params, 'agent', 'Der Agent')} hat das Angebot abgelehnt`,
  assigned: (params) => `Zugewiesen: ${named(params, 'agent', 'Agent')}${by(named(params, 'by', ''))}`,
  transferOffered: (params) => `Übergabe angeboten: ${named(params, 'agent', 'Agent')}${by(named(params, 'by', ''))}`,
  transferRejected: (params) => `${named(params, 'agent', 'Der Agent')} hat die Übergabe abgelehnt`,
  transferExpired: (params) => `${named(params, 'agent', 'Der Agent')} hat die Übergabe nicht beantwortet`,
  transferCancelled: (params) => `Die Übergabe an ${named(params, 'agent', 'den Agenten')} wurde abgebrochen`,
  customerDisconnected: () => 'Der Kunde hat die Verbindung verloren',
  customerReturned: () => 'Der Kunde ist wieder da',
  handRaised: (params) => `${named(params, 'agent', 'Der Agent')} hat die Hand gehoben`,
  handClaimed: (params) => `${named(params, 'person', 'Ein Supervisor')} kommt zu Hilfe`,
  handLowered: (params) => `${named(params, 'person', 'Jemand')} hat die Hand gesenkt`,
});
