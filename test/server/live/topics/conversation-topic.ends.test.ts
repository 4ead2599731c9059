import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerOf, startLive, type Server } from '../support/live.ts';
import { entriesOf, refusalOf, textsOf, watch, watched } from '../support/watching.ts';

test('[M6] a conversation that closes ends the subscription at once', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'ForceClose', reason: 'Abuse' });
  const ended = await client.type('ended', 'w');
  assert.deepEqual([refusalOf(ended), ended['resumes']], ['state', false]);
  assert.equal((ended['refusal'] as { state: string }).state, 'closed');
});

test('[M6] a conversation that is given to the watcher ends the subscription', async (t) => {
  const on = await startLive(t);
  await on.editPerson('ana', { roles: ['agent', 'supervisor'], scope: 'all' });
  await on.open('c1', 'ben');
  const client = await on.staff('ana', { desk: true });
  await watch(client);
  await on.must(on.actor('ines'), 'c1', { type: 'Transfer', agent: 'ana' });
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  assert.equal(refusalOf(await client.type('ended', 'w')), 'isPrimary');
});

for (const [what, change, refusal] of [
  [
    'the switch',
    (on: Server) => on.editPolicy({ switches: { ...on.tenant.floor.policy.switches, monitor: false } }),
    'switchedOff',
  ],
  ['the scope', (on: Server) => on.editPerson('ines', { scope: ['delivery'] }), 'outOfScope'],
  ['the role', (on: Server) => on.editPerson('ines', { roles: ['administrator'] }), 'role'],
] as const)
  test(`[R3] ${what} withdrawn ends the subscription at once`, async (t) => {
    const { on, client } = await watched(t);
    await change(on);
    const ended = await client.type('ended', 'w');
    assert.deepEqual([refusalOf(ended), ended['resumes']], [refusal, false]);
    await on.say(customerOf('c1'), 'c1', 'public', 'not for you');
    await on.settle();
    assert.deepEqual(textsOf(entriesOf(client)), []);
    assert.deepEqual(on.tenant.floor.rosters.get('c1')?.watchers ?? [], []);
  });

test('[M6] a released conversation rests, says nothing meanwhile, and resumes by itself without gap or repeat', async (t) => {
  const { on, client } = await watched(t);
  await on.say(customerOf('c1'), 'c1', 'public', 'one');
  await on.must(on.actor('ana'), 'c1', { type: 'Release' });
  const ended = await client.type('ended', 'w');
  assert.deepEqual([(ended['refusal'] as { state: string }).state, ended['resumes']], ['open', true]);
  await on.say(customerOf('c1'), 'c1', 'public', 'two');
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['one']);
  await on.pass(300_000);
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ben' });
  await on.must(on.actor('ben'), 'c1', { type: 'Accept' });
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['one', 'two']);
  assert.deepEqual(
    on.tenant.floor.rosters.get('c1')?.watchers.map(({ id }) => id),
    ['ines'],
  );
});

test('[M6] after ten minutes it does not resume', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ana'), 'c1', { type: 'Release' });
  await on.pass(601_000);
  assert.deepEqual(
    client.all('ended').map(({ resumes }) => resumes),
    [true, false],
  );
});

test('[M6] a consultant stays a participant of a conversation that was released', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'Join' });
  await on.must(on.actor('ana'), 'c1', { type: 'Release' });
  await on.say(customerOf('c1'), 'c1', 'public', 'still here');
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['still here']);
  assert.deepEqual(client.all('ended'), []);
});
