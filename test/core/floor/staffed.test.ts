import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStaffed } from '../../../core/floor/index.ts';
import { world } from '../../support/world.ts';

test('[N1] a queue is staffed while one of its agents is there, however busy', () => {
  const w = world();
  assert.equal(isStaffed(w.floor, 'billing'), true);
  for (const id of ['ana', 'ben', 'lena']) w.edit('person', id, { capacity: 0 });
  assert.equal(isStaffed(w.floor, 'billing'), true);
  assert.equal(isStaffed(w.floor, 'no-such-queue'), false);
});

test('[N1] it is not once all of them are gone, offline by choice, disabled, or not members', () => {
  const w = world();
  const manual = { presence: 'offline', custom: null, by: 'ana', at: w.now };
  w.floor.agents.set('ana', { ...w.agent('ana'), manual } as ReturnType<typeof w.agent>);
  w.floor.agents.set('ben', { ...w.agent('ben'), lost: true });
  w.edit('person', 'lena', { disabled: true });
  assert.equal(isStaffed(w.floor, 'billing'), false);
  w.floor.agents.set('ben', { ...w.agent('ben'), lost: false });
  assert.equal(isStaffed(w.floor, 'billing'), true);
  w.edit('person', 'ben', { queues: ['cases'] });
  assert.equal(isStaffed(w.floor, 'billing'), false);
  w.floor.agents.set('assistant', { ...w.agent('assistant'), lost: false });
  assert.equal(isStaffed(w.floor, 'billing'), false, 'a bot is nobody');
});
