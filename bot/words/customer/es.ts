import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in Spanish. */
export const es: CustomerWords = {
  visitor: 'Visitante',
  noFiles: 'Aquí no se transmiten archivos ni imágenes. Por favor, escríbalo.',
  noText: 'El mensaje no tenía texto, así que no se transmitió nada.',
  unchanged: 'Un mensaje enviado queda como se envió. Por favor, escriba una corrección.',
  notTaken: 'No se pudo transmitir su último mensaje. Por favor, escríbalo de otra manera.',
  notices: {
    queuePosition: ({ before }) =>
      Number(before ?? 0) > 0 ? `Su posición es la ${Number(before) + 1}.` : 'Su turno es el siguiente.',
    consent: () => 'Esta conversación puede ser supervisada, grabada y almacenada.',
    agentJoined: (it) => `${named(it, 'agent', 'Un agente')} le atiende ahora.`,
    consultantJoined: (it) => `${named(it, 'person', 'Otra persona')} se ha unido para ayudar.`,
    consultantLeft: (it) => `${named(it, 'person', 'La persona que ayudaba')} ha salido.`,
    transferred: (it) =>
      `Antes le atendía ${named(it, 'from', 'un agente')}; ahora, ${named(it, 'to', 'otra persona')}.`,
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
  },
};
