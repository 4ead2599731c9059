import type { Workstream } from '../directory/directory.ts';
import type { Time } from '../words.ts';
import { offerOf, type Conversation } from './conversation.ts';

/** When it closes by itself, exact and shown (C4); null where nothing closes it. */
export function autoCloseAt(c: Conversation, w: Workstream): Time | null {
  if (c.state === 'active' || c.state === 'closed') return null;
  const after = w.autoClose[c.state];
  return after === null ? null : c.quietSince + after;
}

/** When a live-chat customer has been gone too long; null while there or where it does not apply (C1). */
export function customerLostAt(c: Conversation, w: Workstream): Time | null {
  const counts = c.state === 'open' || c.state === 'active';
  return counts && c.customerGoneSince !== null ? c.customerGoneSince + w.customerGrace : null;
}

/** The next instant at which the clock itself changes this conversation; null for never. */
export function conversationDueAt(c: Conversation, w: Workstream): Time | null {
  const unitsUntil = c.state === 'wrap-up' && c.unitsHeld ? c.unitsUntil : null;
  const times = [offerOf(c)?.until ?? null, autoCloseAt(c, w), customerLostAt(c, w), unitsUntil];
  const set = times.filter((time) => time !== null);
  return set.length === 0 ? null : Math.min(...set);
}
