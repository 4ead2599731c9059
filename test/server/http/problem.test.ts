import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusals, refuse } from '@floorwalk/core';
import { problemOf, statuses } from '../../../server/http/problem.ts';

test('every refusal has a status of its kind and no status is without its refusal', () => {
  assert.deepEqual(Object.keys(statuses).toSorted(), Object.keys(refusals).toSorted());
  for (const status of Object.values(statuses)) assert.ok(status >= 400 && status < 600);
});

test('[A6] a problem says what is so now and who was first', () => {
  const winner = { person: 'Ines', at: 1, did: 'ConversationOffered' };
  const problem = problemOf(refuse('state', { state: 'engaged', winner }));
  assert.deepEqual(problem, {
    type: 'urn:floorwalk:refusal:state',
    title: refusals.state,
    status: 409,
    refusal: 'state',
    detail: refusals.state,
    state: 'engaged',
    winner,
  });
});
