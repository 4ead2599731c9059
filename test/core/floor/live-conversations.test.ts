import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Conversation } from '../../../core/conversation/conversation.ts';
import { LiveConversations } from '../../../core/floor/live-conversations.ts';
import { conversation, NOW } from '../../support/world.ts';

const QUEUES = ['billing', 'delivery'] as const;

/** A conversation of so many minutes' waiting that somebody may have declined, and that may be in hand. */
const made = (id: number, queue: number, wait: number, isOpen: boolean, isDeclined: boolean): Conversation =>
  conversation(
    `c-${id}`,
    wait % 2 ? 'live-chat' : 'whatsapp',
    QUEUES[queue] ?? 'billing',
    isOpen ? { state: 'open' } : { state: 'waiting', primary: { kind: 'agent', id: 'ana' }, pending: null },
    { queuedAt: NOW - wait, declined: isDeclined ? { ben: NOW } : {} },
  );

const step = fc.record({
  id: fc.nat(12),
  queue: fc.nat(1),
  wait: fc.nat(5),
  isOpen: fc.boolean(),
  isDeclined: fc.boolean(),
  deletes: fc.boolean(),
});

test('what waits in each queue is what looking at every conversation gives, through any changes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const live = new LiveConversations();
      for (const { id, queue, wait, isOpen, isDeclined, deletes } of steps) {
        if (deletes) live.delete(`c-${id}`);
        else live.set(`c-${id}`, made(id, queue, wait, isOpen, isDeclined));
      }
      for (const queue of QUEUES) {
        const open = [...live.values()].filter((c) => c.state === 'open' && c.queue === queue);
        const there = live.open(queue);
        const sorted = open.toSorted((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1));
        assert.deepEqual([...(there?.inOrder() ?? [])], sorted);
        assert.equal(there?.size ?? 0, open.length);
        assert.deepEqual(new Set(there?.declined() ?? []), new Set(open.filter((c) => 'ben' in c.declined)));
        for (const [place, c] of sorted.entries()) assert.equal(there?.before(c), place);
      }
    }),
  );
});

test('[N1] who comes in the same instant as others comes after all of them', () => {
  const live = new LiveConversations();
  for (const id of [3, 1, 2]) live.set(`c-${id}`, made(id, 0, 2, true, false));
  assert.equal(live.open('billing')?.before(made(0, 0, 2, true, false), true), 3);
  assert.equal(live.open('billing')?.before(made(0, 0, 2, true, false)), 0);
});

test('clearing leaves nothing waiting', () => {
  const live = new LiveConversations();
  live.set('c-1', made(1, 0, 1, true, false));
  live.clear();
  assert.deepEqual([live.size, live.open('billing')], [0, undefined]);
});
