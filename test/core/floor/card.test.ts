import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { agentCard as schema } from '../../../core/protocol/floor.ts';
import { agentCard, agentCards } from '../../../core/floor/index.ts';
import { world } from '../../support/world.ts';

test('[K4] the board shows every agent, by name, in the shape of the protocol', () => {
  const w = world();
  const cards = agentCards(w.floor, w.actor('ines'));
  assert.deepEqual(
    cards.map(({ name }) => name),
    ['Ana', 'Ben', 'Kofi', 'Lena'],
  );
  for (const card of cards) assert.deepEqual(v.parse(schema, card), card);
});

test('[K4] a card tells presence, load, capacity, queues and conversations, parked and offered ones included', () => {
  const w = world();
  const ben = agentCard(w.floor, 'ben', w.actor('ines'));
  assert.deepEqual([ben?.presence, ben?.load, ben?.capacity], ['busy', 4, 6]);
  assert.deepEqual(ben?.queues, [{ id: 'billing', name: 'Billing' }]);
  assert.deepEqual(
    ben?.conversations.map(({ id, units }) => [id, units]),
    [
      ['c-offered', 2],
      ['c-waiting', 0],
      ['c-wrap-up', 2],
    ],
  );
});

test('[F2] conversations outside the scope are not named, and the load still counts them', () => {
  const w = world();
  const ana = agentCard(w.floor, 'ana', w.actor('jonas'));
  assert.deepEqual(
    ana?.conversations.map(({ id }) => id),
    ['c-engaged'],
  );
  assert.equal(ana?.load, 6);
});

test('[K4] a presence set by hand says by whom, the agent or a supervisor', () => {
  const w = world();
  const manual = { presence: 'away', custom: null, at: w.now } as const;
  w.edit('agent', 'ana', { manual: { ...manual, by: 'ines' } });
  assert.deepEqual(agentCard(w.floor, 'ana', w.actor('ines'))?.setBy, { id: 'ines', name: 'Ines' });
  w.edit('agent', 'ana', { manual: { ...manual, by: 'ana' } });
  assert.deepEqual(agentCard(w.floor, 'ana', w.actor('ines'))?.setBy, { id: 'ana', name: 'Ana' });
});

test('[K4] nobody unknown has a card', () => {
  const w = world();
  assert.equal(agentCard(w.floor, 'nobody', w.actor('ines')), undefined);
});
