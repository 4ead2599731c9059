import { refuse, type Actor, type Refusal } from '@floorwalk/core';
import { primaryOf, type Conversation } from '@floorwalk/core/conversation';
import { inScope, readsEarlier } from '@floorwalk/core/floor';
import { isWatching } from '@floorwalk/core/supervision';
import type { Tenant } from '../../engine/engine.ts';
import { accessTo } from '../../live/access.ts';
import { readsInternal, type ReaderRole } from '../../live/reader.ts';

/** What a caller reads of a conversation. */
export interface Reading {
  readonly role: ReaderRole;
  readonly internal: boolean;
  /** What the audit says of this read; null where it leaves no line (M8). */
  readonly note: 'WatchStarted' | 'RecordRead' | null;
}

/** By what right somebody reads the text, or why not: the rules of the live panels, plus closed records (P1, M1, M8, R2). */
export function readingOf(tenant: Tenant, actor: Actor, c: Conversation): Reading | Refusal {
  if (actor.kind === 'integration')
    return actor.rights.includes('read') ? { role: 'reader', internal: false, note: null } : refuse('role');
  if (actor.kind === 'bot')
    return primaryOf(c)?.id === actor.id
      ? { role: 'reader', internal: false, note: null }
      : refuse('unknownConversation');
  if (actor.kind !== 'person') return refuse('role');
  if (c.state === 'closed') return closedReading(tenant, actor, c);
  const access = accessTo(tenant, actor, c);
  if (!access.may) return access.refusal;
  const isNew = access.role === 'watcher' && !isWatching(tenant.floor.rosters.get(c.id), actor.id);
  return { role: access.role, internal: readsInternal(access.role), note: isNew ? 'WatchStarted' : null };
}

/**
 * Closed records are read only: by who had it last, by supervisors in scope, and, what the customer read of it, by the
 * agent whom the customer is with now; the reads of the latter two are audited (M8, M9).
 */
function closedReading(
  { floor }: Tenant,
  actor: Extract<Actor, { kind: 'person' }>,
  c: Conversation,
): Reading | Refusal {
  if (actor.roles.includes('agent') && primaryOf(c)?.id === actor.id)
    return { role: 'reader', internal: true, note: null };
  if (!inScope(actor, c) && readsEarlier(floor, actor, c))
    return { role: 'reader', internal: false, note: 'RecordRead' };
  if (!actor.roles.includes('supervisor')) return refuse('role');
  return inScope(actor, c) ? { role: 'reader', internal: true, note: 'RecordRead' } : refuse('outOfScope');
}
