import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { integration, pickedByHand, startEngine, type Running } from '../../support/engine.ts';

async function watched(t: { after(fn: () => Promise<void>): void }): Promise<Running> {
  const on = await startEngine({ edit: pickedByHand });
  t.after(() => on.close());
  await on.must(integration, 'c1', { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } });
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  await watch(on, 'Watch');
  assert.equal(on.tenant.floor.rosters.size, 1);
  return on;
}

async function watch(on: Running, type: 'Watch' | 'Unwatch'): Promise<void> {
  const command = { type, connection: 'p1' };
  assert.ok(!isRefusal(await on.tenant.run(on.actor('ines'), { of: 'roster', id: 'c1', command })));
}

/** Rosters of a snapshot, and of a server that reads it. */
async function rosters(on: Running): Promise<readonly [number, number, number]> {
  const { aggregates } = await on.store.snapshot('acme');
  const stored = aggregates.filter(({ family }) => family === 'roster').length;
  const again = await startEngine({ store: on.store, clock: on.clock, edit: () => [] });
  const read = again.tenant.floor.rosters.size;
  await again.close();
  return [stored, on.tenant.floor.rosters.size, read];
}

test('[M3] the roster of a conversation that closes goes with it when nobody watches any more', async (t) => {
  const on = await watched(t);
  await watch(on, 'Unwatch');
  assert.deepEqual(await rosters(on), [1, 1, 1]);
  await on.must(on.actor('ines'), 'c1', { type: 'ForceClose', reason: 'A test' });
  assert.deepEqual(await rosters(on), [0, 0, 0]);
});

test('[M3] who still watches when it closes leaves the roster afterwards, and then it is gone', async (t) => {
  const on = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'ForceClose', reason: 'A test' });
  await watch(on, 'Unwatch');
  assert.deepEqual(await rosters(on), [0, 0, 0]);
});

test('[K3] conversations assigned to one agent in the same moment never exceed the capacity that each of them saw', async (t) => {
  const on = await startEngine({ edit: pickedByHand });
  t.after(() => on.close());
  const ids = Array.from({ length: 7 }, (_, i) => `c${i}`);
  for (const id of ids)
    await on.must(integration, id, { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } });
  const answers = await Promise.all(
    ids.map((id) => on.ask(on.actor('ines'), id, { type: 'AssignToAgent', agent: 'ben' })),
  );
  const refused = answers.filter(isRefusal);
  assert.ok(refused.length > 0 && refused.length < ids.length);
  for (const { refusal } of refused) assert.match(refusal, /^(overCapacity|presenceNotAllowed)$/);
  const { ledger } = await on.store.snapshot('acme');
  const held = ledger.filter(({ agent }) => agent === 'ben').reduce((sum, { units }) => sum + units, 0);
  assert.ok(held > 0 && held <= (on.tenant.floor.people.get('ben')?.capacity ?? 0), `${held} units`);
});
