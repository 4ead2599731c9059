import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuse, type RefusalCode } from '@floorwalk/core';
import { must, systemActor } from '../../support/engine.ts';
import { startLive, type Server } from './support/live.ts';
import { watch, watched } from './support/watching.ts';

/** Ends the connections of this server under the agent, as another one does that takes it for dead. */
async function takeForDead({ tenant }: Server, agent: string): Promise<void> {
  for (const connection of Object.keys(tenant.floor.agents.get(agent)?.connections ?? {}))
    must(await tenant.run(systemActor, { of: 'agent', id: agent, command: { type: 'Disconnect', connection } }));
}

const isReachable = ({ tenant }: Server, agent: string): boolean =>
  tenant.floor.agents.get(agent)?.unreachableSince === null;

test('[K5] whoever sits at a desk of a server that was taken for dead is reachable again', async (t) => {
  const on = await startLive(t);
  await takeForDead(on, 'ana');
  assert.ok(!isReachable(on, 'ana'));
  await on.staff('ana', { desk: true });
  await on.settle();
  assert.ok(isReachable(on, 'ana'));
  await takeForDead(on, 'ana');
  assert.ok(!isReachable(on, 'ana'));
  await on.pass(5_100);
  assert.ok(isReachable(on, 'ana'));
});

test('[K5] who has signed out stays so, though the desk is still connected', async (t) => {
  const on = await startLive(t);
  await on.staff('ana', { desk: true });
  await on.settle();
  must(await on.tenant.run(on.actor('ana'), { of: 'agent', id: 'ana', command: { type: 'SignOut' } }));
  await on.pass(10_100);
  assert.ok(!isReachable(on, 'ana'));
});

test('[M3] a watcher whose server was taken for dead is on the roster again and reads on', async (t) => {
  const { on, client } = await watched(t);
  const [watcher] = on.tenant.floor.rosters.get('c1')?.watchers ?? [];
  for (const connection of Object.keys(watcher?.connections ?? {}))
    must(await on.tenant.run(systemActor, { of: 'roster', id: 'c1', command: { type: 'Unwatch', connection } }));
  await on.settle();
  assert.deepEqual(
    on.tenant.floor.rosters.get('c1')?.watchers.map(({ id }) => id),
    ['ines'],
  );
  assert.deepEqual(client.all('ended'), []);
  await on.say(on.actor('ana'), 'c1', 'public', 'Good morning');
  await on.settle();
  assert.ok(JSON.stringify(client.all('conversation').at(-1)).includes('Good morning'));
});

test('[K5][M3] who is told to come back elsewhere stays at the desk and on the roster meanwhile', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  await takeForDead(on, 'ana');
  await on.staff('ana', { desk: true });
  await watch(await on.staff('ines'));
  await on.settle();
  await on.live.close(1_500);
  assert.ok(isReachable(on, 'ana'));
  assert.deepEqual(
    on.tenant.floor.rosters.get('c1')?.watchers.map(({ id }) => id),
    ['ines'],
  );
});

/** Answers the next commands of a kind with these refusals. */
function refuseNext({ tenant }: Server, what: string, ...refusals: RefusalCode[]): void {
  const run = tenant.run.bind(tenant);
  Object.assign(tenant, {
    run: ((actor, request, options) => {
      const isIt = 'command' in request && request.command.type === what;
      const no = isIt ? refusals.shift() : undefined;
      return no === undefined ? run(actor, request, options) : Promise.resolve(refuse(no));
    }) satisfies Server['tenant']['run'],
  });
}
async function endWatching({ tenant, settle }: Server): Promise<void> {
  for (const { connections } of tenant.floor.rosters.get('c1')?.watchers ?? [])
    for (const connection of Object.keys(connections))
      must(await tenant.run(systemActor, { of: 'roster', id: 'c1', command: { type: 'Unwatch', connection } }));
  await settle();
}
const onRoster = ({ tenant }: Server): readonly string[] =>
  (tenant.floor.rosters.get('c1')?.watchers ?? []).map(({ id }) => id);

test('[M3] a watcher whose server was taken for dead enters the roster when it is not too busy for that', async (t) => {
  const { on, client } = await watched(t);
  refuseNext(on, 'Watch', 'busy', 'busy');
  await endWatching(on);
  assert.deepEqual(onRoster(on), []);
  await on.pass(7_500);
  assert.deepEqual(onRoster(on), ['ines']);
  assert.deepEqual(client.all('ended'), []);
});

test('[M3][M7] nobody reads on who may not enter the roster again', async (t) => {
  const { on, client } = await watched(t);
  refuseNext(on, 'Watch', 'role');
  await endWatching(on);
  assert.deepEqual(
    client.all('ended').map(({ refusal }) => (refusal as { refusal: string }).refusal),
    ['role'],
  );
  await on.say(on.actor('ana'), 'c1', 'public', 'Good morning');
  await on.settle();
  assert.ok(!client.texts.some((text) => text.includes('Good morning')));
});

test('[M3] who stops while they are on the way back to the roster is not on it', async (t) => {
  const { on, client } = await watched(t);
  refuseNext(on, 'Watch', 'busy');
  await endWatching(on);
  client.send({ type: 'unsubscribe', id: 'w' });
  await on.pass(7_500);
  assert.deepEqual(onRoster(on), []);
});

test('[M3] who stops while the store is too busy is off the roster when it is not', async (t) => {
  const { on, client } = await watched(t);
  refuseNext(on, 'Unwatch', 'busy', 'busy');
  client.send({ type: 'unsubscribe', id: 'w' });
  await on.settle();
  assert.deepEqual(onRoster(on), ['ines']);
  await on.pass(60_000);
  assert.deepEqual(onRoster(on), []);
});

test('[M5] a consultant whose last page is gone while the store is too busy has left when it is not', async (t) => {
  const { on, client } = await watched(t);
  must(await on.ask(on.actor('ines'), 'c1', { type: 'Join' }));
  refuseNext(on, 'Leave', 'busy');
  client.send({ type: 'unsubscribe', id: 'w' });
  await on.pass(90_000);
  assert.deepEqual(on.tenant.floor.conversations.get('c1')?.consultants, []);
});

test('[K5] an agent whose desk is gone while the store is away or too busy is unreachable when it is not', async (t) => {
  const on = await startLive(t);
  for (const connection of Object.keys(on.tenant.floor.agents.get('ana')?.connections ?? {}))
    must(await on.tenant.run(systemActor, { of: 'agent', id: 'ana', command: { type: 'Disconnect', connection } }));
  const desk = await on.staff('ana', { desk: true });
  await on.settle();
  assert.ok(isReachable(on, 'ana'));
  refuseNext(on, 'Disconnect', 'busy', 'busy');
  desk.cut();
  await on.pass(5_000);
  await on.pass(30_000);
  assert.ok(!isReachable(on, 'ana'));
});
