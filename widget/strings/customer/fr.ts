import type { CustomerLanguage } from './language.ts';

/** The customer's chat in French. */
export const language: CustomerLanguage = {
  words: {
    customerService: 'Service client',
    answersYouNow: 'vous répond',
    endedAt: ({ clock }) => `Terminée à ${clock}`,
    placeNext: 'Vous êtes le prochain dans la file',
    placeOf: ({ place }) => `Votre position est ${place}`,
    comeBack: 'Vous pouvez fermer cette page et revenir plus tard.',
    nobodyHere: 'Personne n’est disponible pour le moment',
    writeNow: 'Écrivez maintenant et gardez votre place. Nous répondons ici, par ordre d’arrivée.',
    consent: 'Cette conversation peut être suivie, enregistrée et conservée.',
    agree: 'Accepter et commencer',
    yourName: 'Votre nom',
    whatIsItAbout: 'Quel est le sujet\u202F?',
    start: 'Commencer',
    writeAMessage: 'Écrire un message',
    send: 'Envoyer',
    yourMessage: 'Votre message',
    conversation: 'Conversation',
    tooLong: ({ length, limit }) => `${length} caractères sur ${limit}. Raccourcissez le texte pour l’envoyer.`,
    you: 'Vous',
    authorAt: ({ name, clock }) => `${name}, ${clock}`,
    noticeAt: ({ words, clock }) => `${words} ${clock}`,
    sending: 'Envoi en cours',
    sentAt: ({ clock }) => `Envoyé à ${clock}`,
    notSent: 'Non envoyé. Touchez pour réessayer',
    goesOutLater: 'Sera envoyé à votre retour en ligne',
    newBelow: ({ entries }) => (entries < 2 ? `${entries} nouveau plus bas` : `${entries} nouveaux plus bas`),
    noConnection: 'Pas de connexion. Vos messages sont gardés et partiront d’eux-mêmes.',
    notOpened: 'Le chat n’a pas pu s’ouvrir. Votre saisie est conservée\u00A0: réessayez dans un instant.',
    notOpenedOffline:
      'Il n’y a pas de connexion. Votre saisie est conservée\u00A0: réessayez une fois de retour en ligne.',
    notOpenedBusy: 'Beaucoup de personnes nous écrivent. Votre saisie est conservée\u00A0: réessayez dans une minute.',
    opening: 'Ouverture du chat',
    typing: ({ name }) => `${name} écrit`,
    end: 'Terminer le chat',
    endQuestion: 'Terminer cette conversation\u202F?',
    endAsked: 'Fin du chat en cours',
    endWaits: 'Le chat se terminera dès que possible. Une nouvelle tentative a lieu d’elle-même.',
    endBack: 'Ne pas terminer',
    keepWriting: 'Continuer à écrire',
    startNew: 'Commencer une nouvelle conversation',
    keepTranscript: 'Garder une copie',
    transcriptOf: ({ day }) => `Votre conversation du ${day}`,
  },
  notices: (named) => ({
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
  }),
};
