import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationBucket } from '../../../bot/outbox/bucket.ts';

test('whoever sends as fast as the bucket lets them stays within every documented limit of a conversation for hours', () => {
  let now = 1_800_000_000_000;
  const bucket = conversationBucket(now);
  const at: number[] = [];
  while (at.length < 6_000) {
    const wait = bucket.take(now);
    if (wait === 0) at.push(now);
    else now += wait;
  }
  for (const [most, ms] of [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
    [1_800, 3_600_000],
  ] as const)
    for (const [i, begun] of at.entries())
      assert.ok((at[i + most] ?? Infinity) - begun >= ms, `more than ${most} within ${ms} ms`);
});
