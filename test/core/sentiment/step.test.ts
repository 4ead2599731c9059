import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addScore, SCORES_KEPT, stepOf, stepOfScore } from '../../../core/sentiment/index.ts';

const score = fc.double({ min: -1, max: 1, noNaN: true });
const scores = fc.array(fc.option(score, { nil: null }), { maxLength: 6 });

test('[S1] a conversation without customer messages is neutral', () => {
  assert.equal(stepOf([]), 4);
});

test('[S1] unsupported messages only are not available, never neutral', () => {
  assert.equal(stepOf([null]), 0);
  assert.equal(stepOf([null, null, null]), 0);
});

test('[S1] one supported message among unsupported ones is enough', () => {
  assert.equal(stepOf([null, 0, null]), 4);
  assert.ok(stepOf([null, -1]) < 4);
});

test('[S1] scores map to seven steps, symmetric around neutral', () => {
  assert.deepEqual([-1, -0.5, -0.2, 0, 0.2, 0.5, 1].map(stepOfScore), [1, 2, 3, 4, 5, 6, 7]);
  fc.assert(fc.property(score, (at) => stepOfScore(at) + stepOfScore(-at) === 8));
});

test('[S1] the newest message weighs most', () => {
  assert.ok(stepOf([1, 1, 1, 1, -1, -1]) < 4);
  assert.ok(stepOf([-1, -1, -1, -1, 1, 1]) > 4);
  fc.assert(
    fc.property(fc.uniqueArray(score, { minLength: 2, maxLength: 6 }), (some) => {
      const rising = some.toSorted((a, b) => a - b);
      return stepOf(rising) >= stepOf(rising.toReversed());
    }),
  );
});

test('[S1] one outburst does not reach the end of the scale from a neutral start, three do', () => {
  assert.equal(stepOf([-1]), 2);
  assert.equal(stepOf([-1, -1, -1]), 1);
});

test('[S1] every list of scores has a step, and worse messages never make it better', () => {
  fc.assert(fc.property(scores, (some) => stepOf(some) >= 0 && stepOf(some) <= 7));
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 6 }), fc.nat({ max: 5 }), (some, at) => {
      const worse = some.with(at % some.length, -1);
      return stepOf(worse) <= stepOf(some);
    }),
  );
});

test('[S1] only the six latest messages count', () => {
  let kept: readonly (number | null)[] = [];
  for (let at = 0; at < 9; at += 1) kept = addScore(kept, at / 10);
  assert.deepEqual(kept, [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);
  assert.equal(kept.length, SCORES_KEPT);
});
