import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertNow } from '../../../core/sentiment/index.ts';

test('[S3] falling to or below the threshold raises the alert', () => {
  assert.equal(alertNow(4, 2, 2, true), true);
  assert.equal(alertNow(4, 1, 2, true), true);
  assert.equal(alertNow(4, 3, 2, true), false);
});

test('[S3] one alert a fall: disarmed, a further fall says nothing', () => {
  assert.equal(alertNow(2, 1, 2, false), false);
});

test('[S3] rising or staying below the threshold is no fall', () => {
  assert.equal(alertNow(1, 2, 2, true), false);
  assert.equal(alertNow(2, 2, 2, true), false);
});

test('[S3] a queue without a threshold never alerts', () => {
  assert.equal(alertNow(4, 1, null, true), false);
});

test('[S3] "not available" is no fall, and coming out of it counts from neutral', () => {
  assert.equal(alertNow(4, 0, 2, true), false);
  assert.equal(alertNow(0, 2, 2, true), true);
});
