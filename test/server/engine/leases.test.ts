import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationOf, type ConversationCommand } from '@floorwalk/core/conversation';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { entriesOf, integration, must, systemActor } from '../../support/engine.ts';
import { openFleet, type Fleet, type FleetServer } from '../../support/fleet.ts';
import { world } from '../../support/world.ts';

const { actor } = world();

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

test('[M5] a consultant whose last page is lost has left, one with another page is still there', async (t) => {
  const { fleet, one, two } = await twoServers(t, (entry) =>
    entry.kind === 'queue' ? { ...entry, value: { ...entry.value, distribution: 'external' } } : entry,
  );
  const run = async (who: string, { tenant }: FleetServer, command: ConversationCommand) =>
    must(await tenant.run(actor(who), { of: 'conversation', id: 'c1', command }));
  const watch = async (who: string, { tenant }: FleetServer, connection: string) =>
    must(await tenant.run(actor(who), { of: 'roster', id: 'c1', command: { type: 'Watch', connection } }));
  await openOn(one);
  await run('ines', one, { type: 'AssignToAgent', agent: 'ana' });
  await run('ana', one, { type: 'Accept' });
  await fleet.quiet();
  await watch('ines', two, 'p1');
  await watch('jonas', two, 'p2');
  await watch('jonas', one, 'p3');
  await run('ines', two, { type: 'Join' });
  await run('jonas', two, { type: 'Join' });
  await fleet.quiet();
  two.crash();
  fleet.clock.step(24_000);
  await fleet.quiet();
  fleet.clock.step(12_000);
  await fleet.quiet();
  const { conversations, rosters } = one.tenant.floor;
  assert.deepEqual(
    conversations.get('c1')?.consultants.map(({ id }) => id),
    ['jonas'],
  );
  assert.deepEqual(
    rosters.get('c1')?.watchers.map(({ id, connections }) => [id, Object.keys(connections)]),
    [['jonas', ['p3']]],
  );
});

const ben = { of: 'agent', id: 'ben' } as const;
const connect = { type: 'Connect', connection: 'desk-ben', server: '' } as const;
const unreachableSince = ({ tenant }: FleetServer) => tenant.floor.agents.get('ben')?.unreachableSince;

test('[K5] who was connected to a server that stops in order has a while to come back elsewhere', async (t) => {
  const { fleet, one, two } = await twoServers(t);
  must(await two.tenant.run(systemActor, { ...ben, command: connect }));
  await fleet.quiet();
  await two.engine.close();
  two.crash();
  fleet.clock.step(6_000);
  await fleet.quiet();
  fleet.clock.step(6_000);
  await fleet.quiet();
  assert.equal(unreachableSince(one), null);
  fleet.clock.step(6_000);
  await fleet.quiet();
  assert.notEqual(unreachableSince(one), null);
});

test('[K5][X1] a lease that is renewed is not over, however far a clock has jumped', async (t) => {
  const { fleet, one, two } = await twoServers(t);
  must(await two.tenant.run(systemActor, { ...ben, command: connect }));
  await fleet.quiet();
  two.crash();
  // Renewed before every look, yet over by the clock of the server that looks, which runs ahead.
  for (let looks = 0; looks < 10; looks += 1) {
    await fleet.store.lease('acme', `server:${two.name}`, fleet.clock.now() - 10_000);
    fleet.clock.step(6_000);
    await fleet.quiet();
  }
  assert.equal(unreachableSince(one), null);
});
