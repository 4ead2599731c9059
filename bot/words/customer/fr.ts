import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in French. */
export const fr: CustomerWords = {
  visitor: 'Visiteur',
  noFiles: 'Les fichiers et les images ne sont pas transmis ici. Merci de l’écrire.',
  noText: 'Le message ne contenait pas de texte\u00A0: rien n’a été transmis.',
  unchanged: 'Un message envoyé reste tel quel. Merci d’écrire une correction.',
  notTaken: 'Votre dernier message n’a pas pu être transmis. Merci de l’écrire autrement.',
  notices: {
    queuePosition: ({ before }) =>
      Number(before ?? 0) > 0 ? `Votre position est ${Number(before) + 1}.` : 'Vous êtes le prochain dans la file.',
    consent: () => 'Cette conversation peut être suivie, enregistrée et conservée.',
    agentJoined: (it) => `${named(it, 'agent', 'Un conseiller')} vous répond.`,
    consultantJoined: (it) => `${named(it, 'person', 'Une personne')} a rejoint la conversation pour vous aider.`,
    consultantLeft: (it) => `${named(it, 'person', 'La personne venue en aide')} a quitté la conversation.`,
    transferred: (it) =>
      `${named(it, 'from', 'Votre conseiller')} vous a transmis à ${named(it, 'to', 'un collègue')}.`,
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
  },
};
