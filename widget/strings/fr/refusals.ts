import { refusals as shared } from '@floorwalk/core/refusal-words/fr';
import type { refusalHints, refusalSentences } from '../en/refusals.ts';
import type { Worded } from '../language.ts';

/** What is wrong and what to do, in French. */
export const refusals: Worded<typeof refusalSentences> = {
  ...shared,
  malformed: 'La demande était illisible. Rechargez la page et réessayez.',
  tooLarge: 'Le texte dépasse 8 000 caractères. Raccourcissez-le et renvoyez-le.',
  attachmentsNotSupported: 'Les pièces jointes ne s’envoient pas ici. Envoyez du texte.',
  unauthenticated: 'Votre session a expiré. Reconnectez-vous.',
  tooManySubscriptions: 'Trop de conversations sont ouvertes sur cette page. Fermez-en une d’abord.',
  unknownRoute: 'Le serveur ne connaît pas cette commande. Rechargez la page.',
  identifierReused: 'Ceci a déjà été envoyé comme autre chose. Écrivez-le à nouveau.',
  staleEpoch: 'Le serveur a rechargé le plateau. Répétez la commande.',
};

/** The same in a few words, for the place under a command that is off. */
export const hints: Worded<typeof refusalHints> = {
  role: 'hors de votre rôle',
  switchedOff: 'désactivé',
  outOfScope: 'hors de votre plateau',
  channel: 'pas sur ce canal',
  elevated: 'un appel a été lancé',
  isPrimary: 'vous êtes responsable',
  notPrimary: 'vous n’êtes pas responsable',
  notParticipant: 'rejoindre d’abord',
  notOfferee: 'pas proposée à vous',
  heldByBot: 'un bot la tient',
  notHeldByBot: 'aucun bot ne la tient',
  consentMissing: 'pas encore de consentement',
  transferPending: 'un transfert est en cours',
  noTransferPending: 'aucun transfert en cours',
  noOfferPending: 'aucune proposition en cours',
  handRaised: 'main levée',
  noHandRaised: 'aucune main levée',
  handClaimed: 'déjà pris en charge',
  presenceNotAllowed: 'présence non autorisée',
  agentUnreachable: 'agent injoignable',
  overCapacity: 'au-dessus de la capacité',
  notMember: 'pas dans vos files',
  distribution: 'pas au choix',
  releaseInstead: 'libérer plutôt',
  planeClosed: 'terminée',
  sameTarget: 'déjà ainsi',
  targetDisabled: 'désactivé',
  targetIsBot: 'un bot',
  targetNotAgent: 'pas un agent',
  queueKind: 'autre type',
  queueWithoutMembers: 'aucun membre actif',
};
