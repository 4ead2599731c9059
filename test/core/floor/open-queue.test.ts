import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpenQueue } from '../../../core/floor/open-queue.ts';
import { conversation, NOW } from '../../support/world.ts';

const opened = (id: string, wait: number, lastCustomerAt: number | null = null) => {
  const c = conversation(id, 'whatsapp', 'billing', { state: 'open' }, { queuedAt: NOW - wait });
  return { ...c, reply: { ...c.reply, lastCustomerAt } };
};

test('[D1] the oldest is the one whose customer wrote longest ago; its place counts from when it came', () => {
  const queue = new OpenQueue();
  const [first, second] = [opened('first', 9, NOW - 1), opened('second', 5, NOW - 5)];
  queue.add(first);
  queue.add(second);
  assert.deepEqual(
    [...queue.kinds()].map((kind) => [...kind.after(undefined)].map(({ id }) => id)),
    [['second', 'first']],
  );
  assert.deepEqual([queue.before(first), queue.before(second)], [0, 1]);
  queue.delete(first);
  queue.delete(second);
  assert.deepEqual([queue.size, [...queue.kinds()].length], [0, 0]);
});
