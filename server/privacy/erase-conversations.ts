import type { Actor } from '@floorwalk/core';
import type { Conversation } from '@floorwalk/core/conversation';
import type { AuditLine } from '@floorwalk/core/policy';
import { headOf } from '../engine/read-record.ts';
import type { Erased, Store } from '../store/store.ts';

/** What erasing needs. */
export interface EraseDeps {
  readonly store: Pick<Store, 'commit' | 'erase' | 'load' | 'readFloor'>;
  readonly tenant: string;
  readonly now: number;
}

const TRIES = 5;
/** How many go at once, so that others' commands come in between. */
const BATCH = 50;

/**
 * Takes out of closed conversations who the customer was and what was said, and leaves a line of the record for each:
 * the fact without the content (R6). What is not closed is left alone. Answers those erased; the store's files are the
 * caller's to clean. May be repeated after a failure, and by two servers at once: each conversation has one line. `found`
 * is the lookup key under which they were found; what else an erasure that was cut off had still to drop is known for as
 * long as commands are remembered.
 */
export async function eraseConversations(
  deps: EraseDeps,
  actor: Actor,
  what: 'ConversationErased' | 'ConversationExpired',
  ids: readonly string[],
  found?: string,
): Promise<readonly string[]> {
  const erased: string[] = [];
  for (let next = 0; next < ids.length; next += BATCH) {
    const batch = ids.slice(next, next + BATCH);
    const lookups = await Promise.all(batch.map((id) => blank(deps, actor, what, id)));
    const gone = batch.flatMap((id, i): Erased[] => {
      const keys = lookups[i];
      if (keys == null) return [];
      const all = found === undefined || keys.includes(found) ? keys : [...keys, found];
      return [{ id, keys: all, commands: [commandOf(id)] }];
    });
    if (gone.length > 0) await deps.store.erase(deps.tenant, gone);
    erased.push(...gone.map(({ id }) => id));
  }
  return erased;
}

/** Under what it may still be found, once its state says nothing of it; null where it is not closed. */
async function blank(
  { store, tenant, now }: EraseDeps,
  actor: Actor,
  what: string,
  id: string,
): Promise<readonly string[] | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await store.load(tenant, 'conversation', id);
    const before = stored && (JSON.parse(stored.state) as Conversation);
    if (!stored || before?.state !== 'closed') return null;
    const state = JSON.stringify(blanked(before));
    const { position } = await store.readFloor(tenant, { epoch: '', offset: 0 }, 1);
    // Somebody else was here, or a failure came after this: the rest is done again, the line is there.
    if (state === stored.state) return leftOf({ store, tenant }, position.epoch, id);
    const lookups = keysOf(before);
    const line: AuditLine = { at: now, ...headOf(actor), what, conversation: id, about: [], details: {} };
    const [outcome] = await store.commit(tenant, [
      {
        commandId: commandOf(id),
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
        // Whoever finishes this after a failure reads it; erasing drops it, since it names the customer.
        answer: JSON.stringify({ conversation: id, lookups }),
      },
    ]);
    if (outcome?.outcome === 'committed') return lookups;
  }
  throw new Error(`Conversation ${id} could not be erased: others keep changing it. Try again.`);
}

/** No client's command begins so: theirs begin with what kind of actor they are of. */
const commandOf = (id: string): string => `erase ${id}`;

/** What an erasure that got no further than the state had still to drop, as far as it is remembered. */
async function leftOf(
  { store, tenant }: Pick<EraseDeps, 'store' | 'tenant'>,
  epoch: string,
  id: string,
): Promise<readonly string[]> {
  // A version that nothing has: the store answers with the first result, or conflict, and writes nothing.
  const expect = [{ family: 'conversation', id, version: -1 }] as const;
  const commit = { commandId: commandOf(id), epoch, expect, ledger: [], append: [], floor: '', audit: [], answer: '' };
  const [outcome] = await store.commit(tenant, [commit]);
  return outcome?.outcome === 'repeated' ? (JSON.parse(outcome.answer) as { lookups: string[] }).lookups : [];
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
