import type { Conversation } from './conversation.ts';
import type { ConversationEvent } from './events.ts';

/** With these the agent who asked no longer has the conversation, or it is over. */
const over: ReadonlySet<ConversationEvent['type']> = new Set([
  'ConversationEngaged',
  'ConversationReleased',
  'ConversationParked',
  'ConversationTransferred',
  'ConversationEnded',
  'ConversationClosed',
] as const);

/** What an event does to a raised hand first: help has come, or nobody needs it any more; null where it stays up (B3). */
export function handLoweredBy(event: ConversationEvent, c: Conversation | undefined): ConversationEvent | null {
  const hand = c?.hand ?? null;
  if (hand === null) return null;
  const isHelp = event.type === 'ConsultantJoined' && hand.claimed?.by === event.person;
  if (!isHelp && !over.has(event.type)) return null;
  return { type: 'HandLowered', at: event.at, by: event.by, agent: hand.agent, why: isHelp ? 'helped' : 'over' };
}
