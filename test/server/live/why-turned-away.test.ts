import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuse } from '@floorwalk/core';
import { whyTurnedAway } from '../../../server/live/why-turned-away.ts';

test('[R3] who is turned away for a reason of their own hears it, as far as a close frame has room; nobody else hears more', () => {
  const detail = 'Tokens that live longer than 60 minutes are not accepted.';
  assert.equal(whyTurnedAway(refuse('unauthenticated', { detail })), detail);
  assert.equal(whyTurnedAway(refuse('unauthenticated')), undefined);
  assert.equal(whyTurnedAway(refuse('unauthenticated', { detail: 'ü'.repeat(62) })), undefined);
  assert.equal(whyTurnedAway(refuse('role', { detail: 'Live panels are for people.' })), undefined);
});
