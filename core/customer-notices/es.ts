import type { CustomerNoticeWording } from './words.ts';

/** What customers read for each kind of notice, in Spanish. */
export const notices: CustomerNoticeWording = (named) => ({
  queuePosition: ({ before }) =>
    Number(before ?? 0) > 0 ? `Su posición es la ${Number(before) + 1}.` : 'Su turno es el siguiente.',
  consent: () => 'Esta conversación puede ser supervisada, grabada y almacenada.',
  agentJoined: (it) => `${named(it, 'agent', 'Un agente')} le atiende ahora.`,
  consultantJoined: (it) => `${named(it, 'person', 'Otra persona')} se ha unido para ayudar.`,
  consultantLeft: (it) => {
    const left = `${named(it, 'person', 'La persona que ayudaba')} ha salido.`;
    const agent = named(it, 'agent', '');
    return agent === '' ? left : `${left} ${agent} sigue aquí.`;
  },
  transferred: (it) => `Antes le atendía ${named(it, 'from', 'un agente')}; ahora, ${named(it, 'to', 'otra persona')}.`,
  agentLeft: (it) => `${named(it, 'agent', 'El agente')} ha salido.`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'El agente finalizó la conversación.'
      : by === 'customer'
        ? 'Usted finalizó la conversación.'
        : by === 'unanswered'
          ? 'Nadie pudo responder a tiempo. Escriba de nuevo para volver a empezar.'
          : 'La conversación ha finalizado.',
  forceClosed: () => 'La conversación se cerró.',
  returnedToQueue: () => 'Está de nuevo en la cola. Le responderá otra persona.',
  agentDisconnected: (it) => `${named(it, 'agent', 'El agente')} perdió la conexión. Le responderá otra persona.`,
});
