import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isRefusal, type Refusal } from '@floorwalk/core';
import type { ConversationCommand } from '@floorwalk/core/conversation';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { auditLedger } from '@floorwalk/core/floor';
import type { Done, Tenant } from '../../../server/engine/engine.ts';
import { loadFloor } from '../../../server/engine/load-floor.ts';
import { entriesOf, integration, must, pickedByHand, systemActor } from '../../support/engine.ts';
import { openFleet, tenantOfFleet, type Fleet } from '../../support/fleet.ts';
import { startRedis, type OwnRedis } from '../../support/redis.ts';
import { world } from '../../support/world.ts';

const { actor } = world();
const COUNT = 200;
const override = { reason: 'A race' };

let redis: OwnRedis;
let fleet: Fleet;
let one: Tenant;
let two: Tenant;
before(async () => {
  redis = await startRedis();
  fleet = await openFleet(redis);
  one = (await fleet.start()).tenant;
  for (const entry of pickedByHand(entriesOf()).map(unbounded))
    must(await one.run(systemActor, { of: 'directory', entry }));
  for (const id of ['ana', 'ben', 'kofi'])
    must(
      await one.run(systemActor, { of: 'agent', id, command: { type: 'Connect', connection: `d-${id}`, server: '' } }),
    );
  two = (await fleet.start()).tenant;
});
after(async () => {
  await fleet.close();
  await redis.close();
});

/** Nobody is ever full, so that only the race decides. */
const unbounded = (entry: DirectoryEntry): DirectoryEntry =>
  entry.kind === 'person' ? { kind: 'person', value: { ...entry.value, capacity: 10_000 } } : entry;

const ask = (tenant: Tenant, who: string, id: string, command: ConversationCommand): Promise<Done | Refusal> =>
  tenant.run(actor(who), { of: 'conversation', id, command });

/** Opens conversations and brings each as far as `steps`, on the first server; both know them then. */
async function given(
  prefix: string,
  steps: readonly (readonly [string, ConversationCommand])[],
): Promise<readonly string[]> {
  const ids = Array.from({ length: COUNT }, (_, i) => `${prefix}-${i}`);
  await inParts(ids, async (id) => {
    const command = { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } } as const;
    must(await one.run(integration, { of: 'conversation', id, command }));
    for (const [who, step] of steps) must(await ask(one, who, id, step));
  });
  await fleet.quiet();
  return ids;
}

/** All of them, twenty at a time, so that every pair meets and nobody is told that the server is busy. */
async function inParts<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  for (let i = 0; i < ids.length; i += 20) done.push(...(await Promise.all(ids.slice(i, i + 20).map(work))));
  return done;
}

async function assertRest(): Promise<void> {
  await fleet.quiet();
  const snapshot = await fleet.store.snapshot(tenantOfFleet);
  assert.deepEqual(auditLedger(loadFloor(snapshot).floor, snapshot.ledger), []);
  assert.deepEqual(one.floor.conversations, two.floor.conversations);
}

/** Which of two answers was refused, by who asked; exactly one was. */
function loserOf(a: readonly [string, Done | Refusal], b: readonly [string, Done | Refusal]) {
  const [lost, ...more] = [a, b].filter(([, answer]) => isRefusal(answer));
  assert.ok(lost && more.length === 0, `one of two wins: ${JSON.stringify([a, b])}`);
  const [who, refusal] = lost;
  assert.ok(isRefusal(refusal));
  return { who, refusal };
}

const engaged = [
  ['ines', { type: 'AssignToAgent', agent: 'ana', override }],
  ['ana', { type: 'Accept' }],
] as const;

test('[A6] two supervisors on two servers assign 200 conversations at once: one wins each, the other hears who', async () => {
  const ids = await given('assign', []);
  const winners = await inParts(ids, async (id) => {
    const byInes = () => ask(one, 'ines', id, { type: 'AssignToAgent', agent: 'ana', override });
    const byJonas = () => ask(two, 'jonas', id, { type: 'AssignToAgent', agent: 'ben', override });
    const isFirst = Math.floor(Number(id.split('-')[1]) / 20) % 2 === 0;
    const asked = isFirst ? [byInes(), byJonas()] : [byJonas(), byInes()].toReversed();
    const [ines, jonas] = await Promise.all(asked);
    assert.ok(ines && jonas);
    const { who, refusal } = loserOf(['Ines', ines], ['Jonas', jonas]);
    const winner = who === 'Ines' ? 'Jonas' : 'Ines';
    assert.equal(refusal.refusal, 'state');
    assert.equal(refusal.state, 'offered');
    const to = winner === 'Ines' ? 'Ana' : 'Ben';
    assert.deepEqual(refusal.winner, { person: winner, at: fleet.clock.now(), did: 'ConversationOffered', to });
    const c = two.floor.conversations.get(id) ?? one.floor.conversations.get(id);
    assert.ok(c?.state === 'active' && c.phase === 'offered');
    assert.equal(c.offer.agent, winner === 'Ines' ? 'ana' : 'ben');
    return winner;
  });
  await assertRest();
  assert.equal(winners.length, COUNT);
  assert.equal(new Set(winners).size, 2, 'each of them wins some');
});

test('[A5] what one server has acknowledged the other one knows: no offer is refused for having been pushed late', async () => {
  const ids = await given('late', []);
  await inParts(ids, async (id) => {
    const request = { of: 'conversation', id } as const;
    must(await ask(one, 'ines', id, { type: 'AssignToAgent', agent: 'ana', override }));
    const accept = { ...request, command: { type: 'Accept' } as const };
    must(await two.run(actor('ana'), accept, { commandId: `accept ${id}` }));
  });
  await assertRest();
});

test('[A6][B3] two supervisors on two servers claim 200 hands at once: one comes to each, the other hears who', async () => {
  const ids = await given('hand', [...engaged, ['ana', { type: 'RaiseHand', text: 'Help' }]]);
  await inParts(ids, async (id) => {
    const [ines, jonas] = await Promise.all([
      ask(one, 'ines', id, { type: 'Claim' }),
      ask(two, 'jonas', id, { type: 'Claim' }),
    ]);
    const { who, refusal } = loserOf(['Ines', ines], ['Jonas', jonas]);
    const winner = who === 'Ines' ? 'Jonas' : 'Ines';
    assert.equal(refusal.refusal, 'handClaimed');
    assert.deepEqual(refusal.winner, { person: winner, at: fleet.clock.now(), did: 'HandClaimed' });
    const c = two.floor.conversations.get(id);
    assert.equal(c?.hand?.claimed?.by, winner.toLowerCase());
  });
  await assertRest();
});

test('[A6][T6] of accepting a transfer and cancelling it exactly one happens, and the other hears who', async () => {
  const ids = await given('cancel', [...engaged, ['ines', { type: 'Transfer', agent: 'kofi', override }]]);
  await inParts(ids, async (id) => {
    const [accepted, cancelled] = await Promise.all([
      ask(one, 'kofi', id, { type: 'Accept' }),
      ask(two, 'ines', id, { type: 'CancelTransfer' }),
    ]);
    const { who, refusal } = loserOf(['Kofi', accepted], ['Ines', cancelled]);
    assert.equal(refusal.refusal, who === 'Kofi' ? 'notOfferee' : 'noTransferPending');
    assert.equal(refusal.winner?.person, who === 'Kofi' ? 'Ines' : 'Kofi');
  });
  await assertRest();
});

test('[A6][T6] an end against a transfer: the end stands either way, and a transfer that came too late hears it', async () => {
  const ids = await given('end', engaged);
  await inParts(ids, async (id) => {
    const [ended, transferred] = await Promise.all([
      ask(one, 'ana', id, { type: 'End' }),
      ask(two, 'ines', id, { type: 'Transfer', agent: 'kofi', override }),
    ]);
    assert.ok(!isRefusal(ended));
    if (!isRefusal(transferred)) return;
    assert.equal(transferred.state, 'wrap-up');
    assert.deepEqual(transferred.winner, { person: 'Ana', at: fleet.clock.now(), did: 'ConversationEnded' });
  });
  await assertRest();
  for (const id of ids) {
    const c = one.floor.conversations.get(id);
    assert.ok(c?.state === 'wrap-up' && c.primary.id === 'ana', id);
  }
});

test('[A6] an end against a transfer that takes effect at once: one of the two happens, and the other hears who', async () => {
  const value = { ...world().workstream('live-chat'), acceptance: 'automatic' as const };
  must(await one.run(systemActor, { of: 'directory', entry: { kind: 'workstream', value } }));
  const ids = await given('automatic', [['ines', { type: 'AssignToAgent', agent: 'ana', override }]]);
  await inParts(ids, async (id) => {
    const [ended, transferred] = await Promise.all([
      ask(one, 'ana', id, { type: 'End' }),
      ask(two, 'ines', id, { type: 'Transfer', agent: 'kofi', override }),
    ]);
    const { who, refusal } = loserOf(['Ana', ended], ['Ines', transferred]);
    assert.equal(refusal.refusal, who === 'Ana' ? 'notPrimary' : 'state');
    assert.equal(refusal.winner?.person, who === 'Ana' ? 'Ines' : 'Ana');
  });
  await assertRest();
});
