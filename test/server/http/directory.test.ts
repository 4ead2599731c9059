import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { administratorContract } from '../../contracts/administrator.ts';
import { startSite, type Answered, type Site } from '../../support/site.ts';

administratorContract(() => startSite());

let site: Site;
let ada: string;
before(async () => {
  site = await startSite();
  ada = await site.token('administrator', 'ada');
});
after(() => site.close());
const put = (path: string, body: object, token = ada): Promise<Answered> =>
  site.call(token, 'PUT', `/v1/directory/${path}`, { body });

test('[R2] only administrators configure, and others are told so before their body is looked at', async () => {
  for (const [role, user] of [
    ['supervisor', 'ines'],
    ['agent', 'ana'],
    ['integration', 'crm'],
  ] as const) {
    const token = await site.token(role, user);
    const { status, body } = await put('queues/vip', { nonsense: true }, token);
    assert.equal(status, 403, role);
    assert.equal(body['refusal'], 'role');
    assert.equal((await site.call(token, 'GET', '/v1/directory')).status, 403);
  }
});

test('a queue, a workstream and a person are saved with the defaults of what was left out', async () => {
  assert.equal((await put('queues/vip', { name: 'VIP' })).status, 200);
  const stream = await put('workstreams/vip-chat', {
    name: 'VIP chat',
    channel: 'liveChat',
    queue: 'vip',
    targets: { reply: 5_000 },
  });
  assert.equal(stream.status, 200, JSON.stringify(stream.body));
  assert.deepEqual((stream.body['value'] as { targets: object }).targets, { reply: 5_000 });
  const zoe = await put('people/zoe', {
    name: 'Zoe',
    roles: ['agent'],
    queues: ['vip'],
    identities: [{ issuer: 'https://login', subject: 'zoe' }],
  });
  assert.equal((zoe.body['value'] as { capacity: number }).capacity, 3);
  const queues = await site.call(ada, 'GET', '/v1/queues');
  const vip = queues.body.items?.find(({ id }) => id === 'vip');
  assert.deepEqual(vip, {
    id: 'vip',
    name: 'VIP',
    kind: 'messaging',
    distribution: 'push',
    disabled: false,
    workstreams: ['vip-chat'],
  });
});

test('unknown queues, roles, channels and ids are refused with what is wrong', async () => {
  const cases: readonly (readonly [string, object, string, RegExp])[] = [
    ['people/x', { name: 'X', roles: ['boss'] }, 'malformed', /roles/u],
    ['people/x', { name: 'X', roles: ['agent'], queues: ['nowhere'] }, 'unknownQueue', /nowhere/u],
    ['workstreams/x', { name: 'X', channel: 'pigeon', queue: 'billing' }, 'malformed', /channel/u],
    ['workstreams/x', { name: 'X', channel: 'liveChat', queue: 'nowhere' }, 'unknownQueue', /nowhere/u],
    [
      'workstreams/x',
      { name: 'X', channel: 'liveChat', queue: 'billing', allowedPresences: [] },
      'emptyAllowedPresences',
      /./u,
    ],
    ['queues/a%20b', { name: 'X' }, 'malformed', /id/u],
    ['people/y', { name: 'Y', roles: [], capacity: -1 }, 'malformed', /capacity/u],
  ];
  for (const [path, body, refusal, detail] of cases) {
    const answered = await put(path, body);
    assert.equal(answered.body['refusal'], refusal, `${path} ${JSON.stringify(answered.body)}`);
    assert.match(String(answered.body['detail']), detail);
  }
});

test('[R1] a switch turned off refuses the command at once, and the rest of the policy stays', async () => {
  const ines = await site.token('supervisor', 'ines');
  const id = await site.open();
  assert.equal((await put('switches', { assign: false })).status, 200);
  const refused = await site.call(ines, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  assert.equal(refused.body['refusal'], 'switchedOff');
  assert.equal((await put('policy', { switches: { assign: true } })).status, 200);
  const policy = await site.call(ines, 'GET', '/v1/policy');
  assert.deepEqual(policy.body['switches'], {
    monitor: true,
    assign: true,
    transfer: true,
    transferToQueue: false,
    lastMessageOnFloor: true,
  });
});

test('[R2] what the directory takes away counts although the token still says it', async () => {
  const jonas = await site.token('supervisor', 'jonas');
  const id = await site.open();
  assert.equal((await put('people/jonas', { name: 'Jonas', roles: ['supervisor'], scope: ['delivery'] })).status, 200);
  const refused = await site.call(jonas, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  assert.equal(refused.body['refusal'], 'outOfScope');
  assert.equal(
    (await put('people/jonas', { name: 'Jonas', roles: ['supervisor'], scope: ['billing'], disabled: true })).status,
    200,
  );
  assert.equal((await site.call(jonas, 'GET', '/v1/floor')).status, 401);
});

test('[C7] entries are disabled, never deleted', async () => {
  const { status, body } = await site.call(ada, 'DELETE', '/v1/directory/queues/billing');
  assert.equal(status, 409);
  assert.equal(body['refusal'], 'inUse');
});

test('[C7] what a change will do is said before it is saved, and nothing is saved by asking', async () => {
  const ada = await site.token('administrator', 'ada');
  const ines = await site.token('supervisor', 'ines');
  const id = await site.open();
  const path = `/v1/conversations/${id}`;
  await site.call(ines, 'POST', `${path}/assign`, { body: { agent: 'kofi' } });
  await site.call(await site.token('agent', 'kofi'), 'POST', `${path}/accept`);
  await site.call(ines, 'POST', `${path}/monitor`);
  const off = { body: { monitor: false } };
  const asked = await site.call(ada, 'PUT', '/v1/directory/switches?dryRun=1', off);
  const [first] = asked.body['effects'] as object[];
  assert.deepEqual(first, { effect: 'watchersEnd', count: 1 });
  const { body } = await site.call(ada, 'GET', '/v1/directory');
  assert.equal((body['policy'] as { switches: { monitor: boolean } }).switches.monitor, true);
});
