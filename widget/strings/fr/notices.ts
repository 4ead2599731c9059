import type { NoticeWording } from '../language.ts';

const by = (person: string): string => (person === '' ? '' : `, par ${person}`);

/** What staff read for each kind of notice, in French. */
export const notices: NoticeWording = (named) => ({
  queuePosition: (params) =>
    named(params, 'before', '0') === '0'
      ? 'Le client sait qu’il est le prochain'
      : `Le client sait combien attendent avant lui\u00A0: ${named(params, 'before', '0')}`,
  consent: () => 'Le client sait que la conversation peut être surveillée, enregistrée et conservée',
  agentJoined: (params) => `${named(params, 'agent', 'L’agent')} a la conversation`,
  consultantJoined: (params) => `${named(params, 'person', 'Un superviseur')} a rejoint comme consultant`,
  consultantLeft: (params) => `${named(params, 'person', 'Un superviseur')} a quitté la conversation`,
  transferred: (params) =>
    `${named(params, 'from', 'L’agent précédent')} a transféré à ${named(params, 'to', 'un autre agent')}`,
  agentLeft: (params) => `${named(params, 'agent', 'L’agent')} a quitté la conversation`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'L’agent a terminé la conversation'
      : by === 'customer'
        ? 'Le client a terminé la conversation'
        : by === 'timer'
          ? 'La conversation a pris fin par son délai'
          : by === 'unanswered'
            ? 'La conversation a pris fin sans réponse'
            : 'La conversation est terminée',
  forceClosed: () => 'Un superviseur a fermé la conversation',
  returnedToQueue: (params) =>
    params['why'] === 'botHandedOver'
      ? 'Le bot a remis à la file'
      : `${named(params, 'agent', 'L’agent')} l’a libérée dans la file`,
  agentDisconnected: (params) =>
    params['why'] === 'signedOut' || params['why'] === 'disabled'
      ? `${named(params, 'agent', 'L’agent')} s’est déconnecté`
      : `${named(params, 'agent', 'L’agent')} a perdu la connexion`,
  offered: (params) => `Proposée à ${named(params, 'agent', 'un agent')}${by(named(params, 'by', ''))}`,
  offerExpired: (params) => `${named(params, 'agent', 'L’agent')} n’a pas répondu à la proposition`,
  offerWithdrawn: (params) => `La proposition à ${named(params, 'agent', 'l’agent')} a été retirée`,
  offerRejected: (params) => `${named(params, 'agent', 'L’agent')} a refusé la proposition`,
  assigned: (params) => `Affectée à ${named(params, 'agent', 'un agent')}${by(named(params, 'by', ''))}`,
  transferOffered: (params) =>
    `Transfert proposé à ${named(params, 'agent', 'un agent')}${by(named(params, 'by', ''))}`,
  transferRejected: (params) => `${named(params, 'agent', 'L’agent')} a refusé le transfert`,
  transferExpired: (params) => `${named(params, 'agent', 'L’agent')} n’a pas répondu au transfert`,
  transferCancelled: (params) => `Le transfert à ${named(params, 'agent', 'l’agent')} a été annulé`,
  customerDisconnected: () => 'Le client a perdu la connexion',
  customerReturned: () => 'Le client est de retour',
  handRaised: (params) => `${named(params, 'agent', 'L’agent')} a levé la main`,
  handClaimed: (params) => `${named(params, 'person', 'Un superviseur')} vient aider`,
  handLowered: (params) => `${named(params, 'person', 'Quelqu’un')} a baissé la main`,
});
