import type { CustomerNoticeWording } from './words.ts';

/** What customers read for each kind of notice, in French. */
export const notices: CustomerNoticeWording = (named) => ({
  queuePosition: ({ before }) =>
    Number(before ?? 0) > 0 ? `Votre position est ${Number(before) + 1}.` : 'Vous êtes le prochain dans la file.',
  consent: () => 'Cette conversation peut être suivie, enregistrée et conservée.',
  agentJoined: (it) => `${named(it, 'agent', 'Un conseiller')} vous répond.`,
  consultantJoined: (it) => `${named(it, 'person', 'Une personne')} a rejoint la conversation pour vous aider.`,
  consultantLeft: (it) => {
    const left = `${named(it, 'person', 'La personne venue en aide')} a quitté la conversation.`;
    const agent = named(it, 'agent', '');
    return agent === '' ? left : `${left} ${agent} est toujours là.`;
  },
  transferred: (it) => `${named(it, 'from', 'Votre conseiller')} vous a transmis à ${named(it, 'to', 'un collègue')}.`,
  agentLeft: (it) => `${named(it, 'agent', 'Le conseiller')} a quitté la conversation.`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'Le conseiller a terminé la conversation.'
      : by === 'customer'
        ? 'Vous avez terminé la conversation.'
        : by === 'unanswered'
          ? 'Personne n’a pu répondre à temps. Écrivez-nous pour recommencer.'
          : 'La conversation est terminée.',
  forceClosed: () => 'La conversation a été fermée.',
  returnedToQueue: () => 'Vous êtes de nouveau dans la file. Une autre personne vous répondra.',
  agentDisconnected: (it) =>
    `${named(it, 'agent', 'Le conseiller')} a perdu la connexion. Une autre personne vous répondra.`,
});
