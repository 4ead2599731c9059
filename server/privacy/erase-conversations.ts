import type { Actor } from '@floorwalk/core';
import type { Conversation } from '@floorwalk/core/conversation';
import type { AuditLine } from '@floorwalk/core/policy';
import { headOf } from '../engine/read-record.ts';
import type { Store } from '../store/store.ts';

/** What erasing needs. */
export interface EraseDeps {
  readonly store: Pick<Store, 'commit' | 'erase' | 'load' | 'readFloor'>;
  readonly tenant: string;
  readonly now: number;
}

const TRIES = 5;

/**
 * Takes out of closed conversations who the customer was and what was said, and leaves a line of the record for each:
 * the fact without the content (R6). What is not closed is left alone. Answers those erased. May be repeated after a
 * failure, and by two servers at once: each conversation has one line. `found` is the lookup key under which they were
 * found: after a failure nothing else knows it.
 */
export async function eraseConversations(
  { store, tenant, now }: EraseDeps,
  actor: Actor,
  what: 'ConversationErased' | 'ConversationExpired',
  ids: readonly string[],
  found?: string,
): Promise<readonly string[]> {
  const keys = new Set(found === undefined ? [] : [found]);
  const erased: string[] = [];
  for (const id of ids) {
    const before = await blank({ store, tenant, now }, actor, what, id);
    if (before === null) continue;
    erased.push(id);
    for (const key of keysOf(before)) keys.add(key);
  }
  if (erased.length > 0) await store.erase(tenant, erased, [...keys]);
  return erased;
}

async function blank(
  { store, tenant, now }: EraseDeps,
  actor: Actor,
  what: string,
  id: string,
): Promise<Conversation | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await store.load(tenant, 'conversation', id);
    const before = stored && (JSON.parse(stored.state) as Conversation);
    if (!stored || before?.state !== 'closed') return null;
    const state = JSON.stringify(blanked(before));
    // Somebody else was here, or a failure came after this: the rest is done again, the line is there.
    if (state === stored.state) return before;
    const line: AuditLine = { at: now, ...headOf(actor), what, conversation: id, about: [], details: {} };
    const { position } = await store.readFloor(tenant, { epoch: '', offset: 0 }, 1);
    const [outcome] = await store.commit(tenant, [
      {
        commandId: '',
        epoch: position.epoch,
        expect: [
          {
            family: 'conversation',
            id,
            version: stored.version,
            state,
            final: true,
            dueAt: null,
          },
        ],
        ledger: [],
        append: [],
        // Says nothing, and is what stays of the floor's history.
        floor: '{"changes":[]}',
        audit: [JSON.stringify(line)],
        answer: '{}',
      },
    ]);
    if (outcome?.outcome === 'committed') return before;
  }
  throw new Error(`Conversation ${id} could not be erased: others keep changing it. Try again.`);
}

/** What stays: where it was, who had it, and its times. */
const blanked = (c: Conversation): Conversation => ({
  ...c,
  customer: { name: '—' },
  subject: '',
  context: null,
  lastPublic: null,
  sentiment: { ...c.sentiment, scores: [] },
  hand: null,
});

/** Under what it can be found that says something about the customer. */
function keysOf({ customer, context }: Conversation): readonly string[] {
  return [
    ...(customer.id === undefined ? [] : [`customer:${customer.id}`]),
    ...(context === null ? [] : [`context:${context.type}:${context.id}`]),
  ];
}
