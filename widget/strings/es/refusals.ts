import { refusals as shared } from '@floorwalk/core/refusal-words/es';
import type { refusalHints, refusalSentences } from '../en/refusals.ts';
import type { Worded } from '../language.ts';

/** What is wrong and what to do, in Spanish. */
export const refusals: Worded<typeof refusalSentences> = {
  ...shared,
  malformed: 'La solicitud no se pudo leer. Recargue la página y reintente.',
  tooLarge: 'El texto supera los 8000 caracteres. Acórtelo y envíelo de nuevo.',
  attachmentsNotSupported: 'Aquí no se pueden enviar adjuntos. Envíe texto.',
  unauthenticated: 'Su sesión ha caducado. Inicie sesión de nuevo.',
  tooManySubscriptions: 'Hay demasiadas conversaciones abiertas en esta página. Cierre una primero.',
  unknownRoute: 'El servidor no conoce este comando. Recargue la página.',
  identifierReused: 'Esto ya se envió como otra cosa. Escríbalo de nuevo.',
  staleEpoch: 'El servidor recargó la sala. Repita el comando.',
};

/** The same in a few words, for the place under a command that is off. */
export const hints: Worded<typeof refusalHints> = {
  role: 'no está en su rol',
  switchedOff: 'desactivado',
  outOfScope: 'fuera de su sala',
  channel: 'no en este canal',
  elevated: 'se inició una llamada',
  isPrimary: 'usted es el responsable',
  notPrimary: 'usted no es el responsable',
  notParticipant: 'únase primero',
  notOfferee: 'no se le ofrece',
  heldByBot: 'la tiene un bot',
  notHeldByBot: 'ningún bot la tiene',
  consentMissing: 'aún sin consentimiento',
  transferPending: 'transferencia pendiente',
  noTransferPending: 'sin transferencia pendiente',
  noOfferPending: 'sin oferta pendiente',
  handRaised: 'mano levantada',
  noHandRaised: 'ninguna mano levantada',
  handClaimed: 'ya atendida',
  presenceNotAllowed: 'presencia no permitida',
  agentUnreachable: 'agente ilocalizable',
  overCapacity: 'por encima de la capacidad',
  notMember: 'no está en sus colas',
  distribution: 'no se elige a mano',
  releaseInstead: 'mejor liberarla',
  planeClosed: 'terminada',
  sameTarget: 'ya es así',
  targetDisabled: 'desactivado',
  targetIsBot: 'un bot',
  targetNotAgent: 'no es un agente',
  queueKind: 'otro tipo',
  queueWithoutMembers: 'sin miembros activos',
};
