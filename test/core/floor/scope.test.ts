import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inScope, isMine, maySee } from '../../../core/floor/index.ts';
import { world } from '../../support/world.ts';

const w = world();
const seenBy = (id: string): readonly string[] =>
  [...w.floor.conversations.values()].filter((c) => maySee(w.floor, w.actor(id), c)).map(({ id }) => id);

test('[R2] a supervisor sees the conversations of their queues now, or all', () => {
  assert.equal(seenBy('ines').length, w.floor.conversations.size);
  assert.deepEqual(seenBy('jonas'), ['c-open', 'c-offered', 'c-engaged', 'c-bot', 'c-wrap-up']);
  const moved = world();
  moved.edit('conversation', 'c-open', { queue: 'delivery' });
  assert.equal(inScope(moved.actor('jonas'), moved.conversation('c-open')), false);
});

test('[R2] an agent sees their own and the open ones of their queues', () => {
  assert.deepEqual(seenBy('ben'), ['c-open', 'c-offered', 'c-waiting', 'c-wrap-up']);
  assert.deepEqual(seenBy('kofi'), ['c-whatsapp', 'c-record', 'c-pending']);
});

test('[R2] an administrator sees none, a scope alone is no right', () => {
  assert.deepEqual(seenBy('ada'), []);
});

test('[R2] a customer sees one, a bot those it holds', () => {
  assert.deepEqual(seenBy('customer:c-open'), ['c-open']);
  assert.deepEqual(seenBy('assistant'), ['c-bot']);
});

test('[R2] an integration reads where its key lists it', () => {
  const c = w.conversation('c-open');
  assert.equal(maySee(w.floor, { kind: 'integration', id: 'crm', rights: ['read'] }, c), true);
  assert.equal(maySee(w.floor, { kind: 'integration', id: 'crm', rights: ['open', 'say'] }, c), false);
});

test('[F2] mine are those that I hold, am offered, joined, stayed in, or monitor', () => {
  const own = world();
  const isAnas = (id: string): boolean => isMine(own.floor, own.conversation(id), 'ana');
  assert.deepEqual([isAnas('c-engaged'), isAnas('c-open')], [true, false]);
  own.edit('conversation', 'c-open', { consultees: [{ id: 'ana', since: 0, spoke: false }] });
  own.edit('conversation', 'c-bot', { consultants: [{ id: 'ana', since: 0 }] });
  own.floor.rosters.set('c-wrap-up', {
    id: 'c-wrap-up',
    version: 1,
    watchers: [{ id: 'ana', since: 0, connections: { a: 's' } }],
  });
  assert.deepEqual([isAnas('c-open'), isAnas('c-bot'), isAnas('c-wrap-up')], [true, true, true]);
});
