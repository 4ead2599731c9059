import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationOf } from '@floorwalk/core/conversation';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { entriesOf, integration, must, systemActor } from '../../support/engine.ts';
import { openFleet, type Fleet, type FleetServer } from '../../support/fleet.ts';

async function twoServers(
  t: { after(fn: () => Promise<void>): void },
  edit: (entry: DirectoryEntry) => DirectoryEntry = (entry) => entry,
): Promise<{ fleet: Fleet; one: FleetServer; two: FleetServer }> {
  const fleet = await openFleet();
  t.after(() => fleet.close());
  const one = await fleet.start();
  for (const entry of entriesOf().map(edit)) must(await one.tenant.run(systemActor, { of: 'directory', entry }));
  const command = { type: 'Connect', connection: 'desk', server: '' } as const;
  must(await one.tenant.run(systemActor, { of: 'agent', id: 'ana', command }));
  const two = await fleet.start();
  await fleet.quiet();
  return { fleet, one, two };
}
const openOn = ({ tenant }: FleetServer) =>
  tenant.run(integration, {
    of: 'conversation',
    id: 'c1',
    command: { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } },
  });

test('[D1] a server lost between a commit and what follows from it: another one does that when the lease ends', async (t) => {
  const { fleet, one, two } = await twoServers(t);
  const c1 = () => situationOf(one.tenant.floor.conversations.get('c1'));
  // The other server has it, its author falls before it folds what it wrote.
  one.tenant.onFold(() => two.crash());
  void openOn(two);
  await fleet.quiet();
  assert.equal(c1(), 'open');
  fleet.clock.step(36_000);
  await fleet.quiet();
  assert.equal(c1(), 'offered');
});

test('[D1] a server that stops in order leaves nothing undone either', async (t) => {
  const { fleet, one, two } = await twoServers(t);
  const c1 = () => situationOf(one.tenant.floor.conversations.get('c1'));
  await openOn(two);
  await two.engine.close();
  two.crash();
  fleet.clock.step(6_000);
  await fleet.quiet();
  assert.equal(c1(), 'offered');
});

test('[M3] watchers and desks of a lost server are gone once its lease has ended', async (t) => {
  const { fleet, one, two } = await twoServers(t);
  const connect = { type: 'Connect', connection: 'desk-ben', server: '' } as const;
  must(await two.tenant.run(systemActor, { of: 'agent', id: 'ben', command: connect }));
  await fleet.quiet();
  assert.equal(one.tenant.floor.agents.get('ben')?.unreachableSince, null);
  two.crash();
  fleet.clock.step(24_000);
  await fleet.quiet();
  assert.equal(one.tenant.floor.agents.get('ben')?.unreachableSince, null);
  fleet.clock.step(12_000);
  await fleet.quiet();
  assert.notEqual(one.tenant.floor.agents.get('ben')?.unreachableSince, null);
  assert.equal(one.tenant.floor.agents.get('ana')?.unreachableSince, null);
});
