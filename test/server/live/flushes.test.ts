import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Flushes } from '../../../server/live/flushes.ts';

const [a, b, c] = ['a', 'b', 'c'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

test('the same frames one behind the other are joined once, others are not taken for them', () => {
  const flushes = new Flushes();
  const ab = flushes.join([a, b]);
  assert.equal(ab.toString(), 'ab');
  assert.equal(flushes.join([a, b]), ab);
  assert.equal(flushes.join([a, c]).toString(), 'ac');
  assert.equal(flushes.join([a, b, c]).toString(), 'abc');
  assert.equal(flushes.join([Buffer.from('a'), b]).toString(), 'ab');
  assert.equal(flushes.join(c), c);
});

test('each that waits is flushed once in the turn, in its order, and what comes meanwhile in the next', async () => {
  const flushes = new Flushes();
  const flushed: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  flushes.add({
    flush: () => (flushed.push('first'), flushes.add({ flush: () => (flushed.push('later'), resolve()) })),
  });
  flushes.add({ flush: () => flushed.push('second') });
  assert.deepEqual(flushed, []);
  await promise;
  assert.deepEqual(flushed, ['first', 'second', 'later']);
});
