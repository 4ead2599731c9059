import type { Conversation } from '../conversation/conversation.ts';
import type { Workstream } from '../directory/directory.ts';
import type { Time } from '../words.ts';

/** A wait that is running: since when, and the workstream's target in milliseconds if it has one. */
export interface Wait {
  readonly since: Time;
  readonly target: number | null;
}

/** In `open` since entering the queue, in `active` since the first unanswered customer message, else none (F1). */
export function waitOf(c: Conversation, w: Workstream | undefined): Wait | null {
  const since = waitSince(c);
  if (since === null) return null;
  const target = c.reply.replied ? w?.targets.reply : w?.targets.firstReply;
  return { since, target: target ?? null };
}

/** When the running wait began, or null (F1). */
export const waitSince = (c: Conversation): Time | null =>
  c.state === 'open' ? c.queuedAt : c.state === 'active' ? c.reply.unansweredSince : null;

/**
 * Since when an agent who owes a word has said none: an unanswered customer, or none yet since they took it.
 * Null while it is the customer's turn, and for bots and everything but conversations in hand.
 */
export function silentSince(c: Conversation): Time | null {
  if (c.state !== 'active' || c.phase !== 'engaged' || c.primary.kind === 'bot') return null;
  const { lastReplyAt, unansweredSince } = c.reply;
  const lastWord = lastReplyAt === null ? c.since : Math.max(lastReplyAt, c.since);
  return unansweredSince !== null || lastReplyAt === null || lastReplyAt < c.since ? lastWord : null;
}
