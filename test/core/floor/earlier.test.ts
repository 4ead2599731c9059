import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readsEarlier } from '../../../core/floor/index.ts';
import { conversation, world, type World } from '../../support/world.ts';

/** The world with a closed record of ben's in it. */
function withRecord(): World {
  const w = world();
  const primary = { kind: 'agent', id: 'ben' } as const;
  w.put(conversation('c-closed', 'live-chat', 'billing', { state: 'closed', primary, outcome: 'endedByAgent' }));
  return w;
}
/** Marta's closed record of billing, and a conversation of hers in ana's hands. */
function marta(): World {
  const w = withRecord();
  const customer = { name: 'Marta', id: 'marta-1' };
  w.edit('conversation', 'c-closed', { customer, queue: 'billing' });
  w.edit('conversation', 'c-engaged', { customer });
  return w;
}
const reads = (w: World, who: string): boolean => readsEarlier(w.floor, w.actor(who), w.conversation('c-closed'));

test('[M9] primary and consultee of the customer’s conversation read her closed ones, nobody else by this rule', () => {
  const w = marta();
  assert.deepEqual(
    ['ana', 'ben', 'ines', 'ada', 'customer:c-engaged'].map((who) => reads(w, who)),
    [true, false, false, false, false],
  );
  w.edit('conversation', 'c-engaged', { consultees: [{ id: 'ben', since: 0, spoke: false }] });
  assert.equal(reads(w, 'ben'), true);
});

test('[M9] only in queues that the agent serves, and only what is closed', () => {
  const w = marta();
  w.edit('conversation', 'c-closed', { queue: 'cases' });
  assert.equal(reads(w, 'ana'), false);
  assert.equal(readsEarlier(w.floor, w.actor('ana'), w.conversation('c-open')), false);
});

test('[M9] a sequel is of the same customer, a namesake is not', () => {
  const w = withRecord();
  assert.equal(reads(w, 'ana'), false);
  w.edit('conversation', 'c-engaged', { previous: 'c-closed' });
  assert.equal(reads(w, 'ana'), true);
});
