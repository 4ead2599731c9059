import assert from 'node:assert/strict';
import { test } from 'node:test';
import { direction } from '../../../core/sentiment/index.ts';

test('[S1] the trend is a word: falling, rising, steady or uneven', () => {
  assert.equal(direction([0.5, 0.4, -0.2, -0.6]), 'falling');
  assert.equal(direction([-0.6, -0.2, 0.4, 0.5]), 'rising');
  assert.equal(direction([0.1, 0.1, 0.05, 0.1]), 'steady');
  assert.equal(direction([0.6, -0.6, 0.6, -0.6]), 'uneven');
});

test('[S1] there is no trend before two supported messages', () => {
  assert.equal(direction([]), 'steady');
  assert.equal(direction([-1]), 'steady');
  assert.equal(direction([null, -1, null]), 'steady');
});

test('[S1] unsupported messages do not bend the trend', () => {
  assert.equal(direction([0.5, null, 0.4, null, -0.6]), direction([0.5, 0.4, -0.6]));
});
