import type { CustomerLanguage } from './language.ts';

/** The customer's chat in Spanish. */
export const language: CustomerLanguage = {
  words: {
    customerService: 'Atención al cliente',
    answersYouNow: 'le atiende ahora',
    endedAt: ({ clock }) => `Finalizada a las ${clock}`,
    placeNext: 'Su turno es el siguiente',
    placeOf: ({ place }) => `Su posición es la ${place}`,
    comeBack: 'Puede cerrar esta página y volver más tarde.',
    nobodyHere: 'No hay nadie en este momento',
    writeNow: 'Escriba ahora y conserve su lugar. Respondemos aquí, por orden de llegada.',
    consent: 'Esta conversación puede ser supervisada, grabada y almacenada.',
    agree: 'Aceptar y empezar',
    yourName: 'Su nombre',
    whatIsItAbout: '¿De qué se trata?',
    start: 'Empezar',
    writeAMessage: 'Escribir un mensaje',
    send: 'Enviar',
    yourMessage: 'Su mensaje',
    conversation: 'Conversación',
    tooLong: ({ length, limit }) => `${length} de ${limit} caracteres. Acorte el texto para enviarlo.`,
    you: 'Usted',
    authorAt: ({ name, clock }) => `${name}, ${clock}`,
    noticeAt: ({ words, clock }) => `${words} ${clock}`,
    sending: 'Enviando',
    sentAt: ({ clock }) => `Enviado a las ${clock}`,
    notSent: 'No enviado. Toque para reintentar',
    goesOutLater: 'Se enviará cuando vuelva a tener conexión',
    newBelow: ({ entries }) => (entries === 1 ? '1 nuevo abajo' : `${entries} nuevos abajo`),
    noConnection: 'Sin conexión. Sus mensajes se guardan y se enviarán solos.',
    notOpened: 'No se pudo abrir el chat. Lo que escribió sigue aquí: inténtelo de nuevo en un momento.',
    notOpenedOffline: 'No hay conexión. Lo que escribió sigue aquí: inténtelo de nuevo cuando vuelva a tener conexión.',
    notOpenedBusy:
      'En este momento escriben muchas personas. Lo que escribió sigue aquí: inténtelo de nuevo en un minuto.',
    opening: 'Abriendo el chat',
    typing: ({ name }) => `${name} está escribiendo`,
    end: 'Finalizar el chat',
    endQuestion: '¿Finalizar esta conversación?',
    endAsked: 'Finalizando el chat',
    endWaits: 'El chat finalizará en cuanto sea posible. Se vuelve a intentar sin que haga nada.',
    endBack: 'No finalizar',
    keepWriting: 'Seguir escribiendo',
    startNew: 'Empezar una conversación nueva',
    keepTranscript: 'Guardar una copia',
    transcriptOf: ({ day }) => `Su conversación del ${day}`,
  },
  notices: (named) => ({
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
  }),
};
