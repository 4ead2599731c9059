import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewAgent, viewAgents } from '../../../core/floor/index.ts';
import { world } from '../../support/world.ts';

test('[K3] load is the sum of the ledger, free is what is left of the capacity', () => {
  const w = world();
  const ana = viewAgent(w.floor, 'ana');
  assert.deepEqual([ana?.load, ana?.capacity, ana?.free, ana?.presence], [6, 8, 2, 'busy']);
  w.floor.ledger.get('ana')?.set('another', 5);
  const over = viewAgent(w.floor, 'ana');
  assert.deepEqual([over?.load, over?.free, over?.presence], [11, -3, 'doNotDisturb']);
});

test('[K4] every agent is viewed, bots and other people are not', () => {
  assert.deepEqual(
    viewAgents(world().floor).map(({ person }) => person.id),
    ['ana', 'ben', 'kofi', 'lena'],
  );
});

test('[R2] a supervisor who is also an agent is one of them', () => {
  const w = world();
  w.edit('person', 'ines', { roles: ['supervisor', 'agent'] });
  assert.ok(viewAgents(w.floor).some(({ person }) => person.id === 'ines'));
});

test('[K5] who never signed in is unreachable and offline', () => {
  const lena = viewAgent(world().floor, 'lena');
  assert.deepEqual([lena?.reachable, lena?.presence], [false, 'offline']);
});

test('[C7] a disabled agent is neither reachable nor listed', () => {
  const w = world();
  w.edit('person', 'ana', { disabled: true });
  const ana = viewAgent(w.floor, 'ana');
  assert.deepEqual([ana?.reachable, ana?.presence], [false, 'offline']);
  assert.ok(!viewAgents(w.floor).some(({ person }) => person.id === 'ana'));
});

test('[K1] the custom name and who set it are shown only while that presence counts', () => {
  const w = world();
  w.edit('agent', 'ana', { manual: { presence: 'away', custom: 'lunch', by: 'ines', at: w.now } });
  assert.deepEqual([viewAgent(w.floor, 'ana')?.custom, viewAgent(w.floor, 'ana')?.setBy], ['lunch', 'ines']);
  w.edit('agent', 'ana', { lost: true });
  assert.deepEqual([viewAgent(w.floor, 'ana')?.custom, viewAgent(w.floor, 'ana')?.setBy], [null, null]);
});

test('[K3] nobody unknown is viewed', () => {
  assert.equal(viewAgent(world().floor, 'nobody'), undefined);
});
