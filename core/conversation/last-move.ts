import type { LastMove } from './conversation.ts';
import type { ConversationEvent } from './events.ts';

/** What an event means for who comes too late: who moved it, when, how and where to (A6). */
export function moveOf(event: ConversationEvent): LastMove {
  const to = targetOf(event);
  return {
    person: event.by,
    at: event.at,
    did: event.type,
    ...(event.type === 'OfferEnded' || event.type === 'TransferEnded' ? { how: event.how } : {}),
    ...(to === undefined || to === event.by ? {} : { to }),
  };
}

/** The agent or queue that an event gives the conversation to. */
function targetOf(event: ConversationEvent): string | undefined {
  switch (event.type) {
    case 'ConversationOffered':
    case 'TransferOffered':
      return event.offer.agent;
    case 'ConversationEngaged':
      return event.primary.id;
    case 'ConversationTransferred':
      return event.to;
    case 'ConversationRequeued':
      return event.queue;
    default:
      return undefined;
  }
}
