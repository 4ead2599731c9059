import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import type { LedgerWrite } from '../../../server/store/store.ts';
import { integration, pickedByHand, startEngine, type Running } from '../../support/engine.ts';

async function damaged(t: { after(fn: () => Promise<void>): void }): Promise<Running> {
  const on = await startEngine({ edit: pickedByHand });
  t.after(() => on.close());
  for (const id of ['c1', 'c2'])
    await on.must(integration, id, { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } });
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  await on.must(on.actor('ines'), 'c2', { type: 'ForceClose', reason: 'A test' });
  // c1 lost its line, ben holds one for a closed conversation, kofi for one that never was.
  await damage(on, [
    { agent: 'ana', entry: 'c1', units: 0 },
    { agent: 'ben', entry: 'c2', units: 3 },
    { agent: 'kofi', entry: 'c9', units: 1 },
  ]);
  return on;
}

/** Writes ledger lines behind the engine's back, as no commit of its own would. */
async function damage(on: Running, ledger: readonly LedgerWrite[]): Promise<void> {
  const commit = { commandId: '', epoch: on.tenant.epoch, expect: [], ledger, append: [], floor: '', audit: [] };
  const [outcome] = await on.store.commit('acme', [{ ...commit, answer: '{}' }]);
  assert.equal(outcome?.outcome, 'committed');
}

const wrong = [
  { agent: 'ana', entry: 'c1', stored: 0, implied: 2 },
  { agent: 'ben', entry: 'c2', stored: 3, implied: 0 },
  { agent: 'kofi', entry: 'c9', stored: 1, implied: 0 },
];
const sorted = (lines: readonly { readonly agent: string }[]) =>
  lines.toSorted((a, b) => a.agent.localeCompare(b.agent));

test('[K3] the audit compares what is stored, not what this server remembers', async (t) => {
  const on = await damaged(t);
  assert.deepEqual(sorted(await on.tenant.auditLedger()), wrong);
});

test('[K3] the repair makes the stored ledger what the states imply, on every server at once', async (t) => {
  const on = await damaged(t);
  const late = await startEngine({ store: on.store, clock: on.clock, edit: () => [] });
  assert.equal(late.tenant.floor.ledger.get('ben')?.get('c2'), 3);
  const repaired = await on.tenant.repairLedger(on.actor('ada'));
  assert.ok(!isRefusal(repaired));
  assert.deepEqual(sorted(repaired), wrong);
  assert.deepEqual(await on.tenant.auditLedger(), []);
  await late.quiet();
  assert.equal(late.tenant.floor.ledger.get('ben'), undefined);
  assert.deepEqual(late.tenant.floor.ledger, on.tenant.floor.ledger);
  await late.close();
});

test('[R4] each repaired line is in the record: who, agent, entry, stored, implied; a second repair writes nothing', async (t) => {
  const on = await damaged(t);
  const record = async () =>
    (await on.tenant.readAudit(0, 1_000))
      .map(({ body }) => JSON.parse(body) as { what: string; who: string; about: string[]; details: { agent: string } })
      .filter(({ what }) => what === 'LedgerRepaired');
  await on.tenant.repairLedger(on.actor('ada'));
  const lines = await record();
  assert.deepEqual(sorted(lines.map(({ details }) => details)), wrong);
  assert.ok(lines.every(({ who, about, details }) => who === 'ada' && about[0] === details.agent));
  assert.deepEqual(await on.tenant.repairLedger(on.actor('ada')), []);
  assert.equal((await record()).length, 3);
});

test('[R2] only an administrator repairs', async (t) => {
  const on = await damaged(t);
  for (const who of ['ines', 'ana']) {
    const answer = await on.tenant.repairLedger(on.actor(who));
    assert.ok(isRefusal(answer) && answer.refusal === 'role');
  }
  assert.equal((await on.tenant.auditLedger()).length, 3);
});
