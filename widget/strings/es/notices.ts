import type { NoticeWording } from '../language.ts';

const by = (person: string): string => (person === '' ? '' : `, por ${person}`);

/** What staff read for each kind of notice, in Spanish. */
export const notices: NoticeWording = (named) => ({
  queuePosition: (params) =>
    named(params, 'before', '0') === '0'
      ? 'El cliente sabe que es el siguiente'
      : `El cliente sabe cuántos esperan antes: ${named(params, 'before', '0')}`,
  consent: () => 'El cliente sabe que la conversación puede supervisarse, grabarse y guardarse',
  agentJoined: (params) => `${named(params, 'agent', 'El agente')} tiene la conversación`,
  consultantJoined: (params) => `${named(params, 'person', 'Un supervisor')} se unió como consultor`,
  consultantLeft: (params) => `${named(params, 'person', 'Un supervisor')} salió de la conversación`,
  transferred: (params) =>
    `${named(params, 'from', 'El agente anterior')} la transfirió a ${named(params, 'to', 'otro agente')}`,
  agentLeft: (params) => `${named(params, 'agent', 'El agente')} salió de la conversación`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'El agente terminó la conversación'
      : by === 'customer'
        ? 'El cliente terminó la conversación'
        : by === 'timer'
          ? 'La conversación terminó por su plazo'
          : by === 'unanswered'
            ? 'La conversación terminó sin respuesta'
            : 'La conversación terminó',
  forceClosed: () => 'Un supervisor cerró la conversación',
  returnedToQueue: (params) =>
    params['why'] === 'botHandedOver'
      ? 'El bot la pasó a la cola'
      : `${named(params, 'agent', 'El agente')} la liberó a la cola`,
  agentDisconnected: (params) =>
    params['why'] === 'signedOut' || params['why'] === 'disabled'
      ? `${named(params, 'agent', 'El agente')} cerró sesión`
      : `${named(params, 'agent', 'El agente')} perdió la conexión`,
  offered: (params) => `Ofrecida a ${named(params, 'agent', 'un agente')}${by(named(params, 'by', ''))}`,
  offerExpired: (params) => `${named(params, 'agent', 'El agente')} no respondió a la oferta`,
  offerWithdrawn: (params) => `Se retiró la oferta a ${named(params, 'agent', 'un agente')}`,
  offerRejected: (params) => `${named(params, 'agent', 'El agente')} rechazó la oferta`,
  assigned: (params) => `Asignada a ${named(params, 'agent', 'un agente')}${by(named(params, 'by', ''))}`,
  transferOffered: (params) =>
    `Transferencia ofrecida a ${named(params, 'agent', 'un agente')}${by(named(params, 'by', ''))}`,
  transferRejected: (params) => `${named(params, 'agent', 'El agente')} rechazó la transferencia`,
  transferExpired: (params) => `${named(params, 'agent', 'El agente')} no respondió a la transferencia`,
  transferCancelled: (params) => `Se canceló la transferencia a ${named(params, 'agent', 'un agente')}`,
  customerDisconnected: () => 'El cliente perdió la conexión',
  customerReturned: () => 'El cliente ha vuelto',
  handRaised: (params) => `${named(params, 'agent', 'El agente')} levantó la mano`,
  handClaimed: (params) => `${named(params, 'person', 'Un supervisor')} viene a ayudar`,
  handLowered: (params) => `${named(params, 'person', 'Alguien')} bajó la mano`,
});
