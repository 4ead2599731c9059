import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close } from '@floorwalk/core/protocol';
import { readConfig } from '../../server/config.ts';
import { silentLogger } from '../../server/log.ts';
import { startServer } from '../../server/start-server.ts';
import { Client } from '../server/live/support/client.ts';
import { startRedis } from '../support/redis.ts';
import { openHouse, storeNames, type House, type Said } from './support/house.ts';
import { done, TENANT } from './support/scene.ts';

// R2, R3: keys of integrations are made and revoked by administrators, and count no more at once, everywhere.

const ROUTE = '/v1/directory/integrations/shop';

/** What an administrator does with the integration `shop`. */
function administrator(house: House) {
  const ask = async (method: string, path: string, body?: object): Promise<Said> =>
    house.call(await house.token(TENANT, 'ada'), method, path, body === undefined ? {} : { body });
  const make = async (body: object = {}) =>
    (await done(ask('POST', `${ROUTE}/keys`, body))).json as { readonly id: string; readonly key: string };
  return {
    ask,
    make,
    save: (more: object = {}) => done(ask('PUT', ROUTE, { name: 'Shop', rights: ['deliver', 'onBehalf'], ...more })),
    revoke: (id: string) => done(ask('DELETE', `${ROUTE}/keys/${id}`)),
    list: async () => (await done(ask('GET', '/v1/directory'))).text,
  };
}

const outboxAt = '/v1/outbox?workstream=live-chat';

for (const store of storeNames)
  test(`[R2][R3] ${store}: keys are made, shown once, replaced with overlap, listed and revoked`, async (t) => {
    const house = await openHouse({ store });
    t.after(() => house.close());
    const admin = administrator(house);
    await admin.save();
    const old = await admin.make({ label: 'Frankfurt' });
    const fresh = await admin.make({ label: 'Dublin' });
    const status = async (key: string): Promise<number> => (await house.call(key, 'GET', outboxAt)).status;
    assert.deepEqual([await status(old.key), await status(fresh.key)], [200, 200]);
    const third = await admin.ask('POST', `${ROUTE}/keys`, {});
    assert.deepEqual([third.status, third.json['field']], [400, 'keys']);

    const listed = await admin.list();
    for (const word of ['Frankfurt', 'Dublin', old.id]) assert.ok(listed.includes(word), word);
    for (const secret of [old.key, fresh.key, old.key.split('~')[3] ?? '', 'sha256'])
      assert.ok(!listed.includes(secret));

    await admin.revoke(old.id);
    assert.deepEqual([await status(old.key), await status(fresh.key)], [401, 200]);
    await admin.save({ rights: ['open'] });
    assert.equal(await status(fresh.key), 403, 'a right that is not listed any more');
    await admin.save({ disabled: true });
    assert.equal(await status(fresh.key), 401);
    await admin.save();
    assert.equal(await status(fresh.key), 200, 'a save leaves the keys alone');

    const record = (await done(admin.ask('GET', '/v1/audit?limit=1000'))).text;
    assert.match(record, /"now\.keys":"Dublin, Frankfurt"/u);
    const said = [record, ...house.logged].join('\n');
    for (const { key } of [old, fresh]) assert.ok(!said.includes(key) && !said.includes(key.split('~')[3] ?? key));
  });

test('[R3] a key ends when it was said to end, and makes room for another', async (t) => {
  const house = await openHouse();
  t.after(() => house.close());
  const admin = administrator(house);
  await admin.save();
  const short = await admin.make({ expiresAt: house.clock.now() + 60_000 });
  await admin.make();
  assert.equal((await house.call(short.key, 'GET', outboxAt)).status, 200);
  await house.pass(60_000);
  assert.equal((await house.call(short.key, 'GET', outboxAt)).status, 401);
  await admin.make();
  assert.equal((await admin.ask('POST', `${ROUTE}/keys`, { expiresAt: house.clock.now() })).json['field'], 'expiresAt');
});

test('[R3] what waits and what is open ends with its key', async (t) => {
  const house = await openHouse();
  t.after(() => house.close());
  const admin = administrator(house);
  await admin.save();
  const { id, key } = await admin.make();
  const socket = await house.connect('/v1/live');
  socket.send({ type: 'hello', version: 1, token: key, behalf: { person: 'jonas', from: 'teams' } });
  await socket.type('welcome');
  const start = String((await house.call(key, 'GET', outboxAt)).json['next']);
  const waits = house.call(key, 'GET', `${outboxAt}&wait=25&after=${start}`);
  await house.settle();
  await admin.revoke(id);
  assert.deepEqual(await socket.closed, close.withdrawn);
  assert.equal((await waits).status, 401);
});

test('[R3] an integration that loses a right loses what it opened with it', async (t) => {
  const house = await openHouse();
  t.after(() => house.close());
  const admin = administrator(house);
  await admin.save();
  const { key } = await admin.make();
  const socket = await house.connect('/v1/live');
  socket.send({ type: 'hello', version: 1, token: key, behalf: { person: 'jonas', from: 'teams' } });
  await socket.type('welcome');
  await admin.save({ rights: ['deliver'] });
  assert.deepEqual(await socket.closed, close.withdrawn);
});

test('[R3] a key of the settings is withdrawn by the directory, without a restart', async (t) => {
  const house = await openHouse();
  t.after(() => house.close());
  const admin = administrator(house);
  const status = async (): Promise<number> => (await house.call(house.key(TENANT), 'GET', outboxAt)).status;
  const save = (body: object) => done(admin.ask('PUT', '/v1/directory/integrations/crm', { name: 'CRM', ...body }));
  assert.equal(await status(), 200);
  await save({ rights: ['open'] });
  assert.equal(await status(), 403);
  await save({ rights: ['open', 'deliver'], disabled: true });
  assert.equal(await status(), 401);
  await save({ rights: ['open', 'deliver'] });
  assert.equal(await status(), 200);
});

test('[R2] made-up keys, keys of others and keys of another tenant open nothing and load nothing', async (t) => {
  const house = await openHouse({ tenants: [TENANT, 'globex'] });
  t.after(() => house.close());
  const admin = administrator(house);
  await admin.save();
  const { key } = await admin.make();
  const [begin, tenant, integration, secret] = key.split('~');
  const spelled = (...parts: unknown[]): string => parts.join('~');
  const forged = [
    spelled(begin, 'globex', integration, secret),
    spelled(begin, tenant, 'crm', secret),
    spelled(begin, tenant, '__proto__', secret),
    spelled(begin, 'nobody', integration, secret),
    spelled(begin, tenant, integration, 'A'.repeat(43)),
    spelled(begin, tenant, integration),
    `${key}x`,
  ];
  for (const token of forged) assert.equal((await house.call(token, 'GET', outboxAt)).status, 401, token);
  assert.deepEqual((await house.server.store.tenants()).toSorted(), [TENANT, 'globex']);
  for (const person of ['jonas', 'ana']) {
    const asked = await house.call(await house.token(TENANT, person), 'POST', `${ROUTE}/keys`, { body: {} });
    assert.equal(asked.json['refusal'], 'role', person);
  }
  assert.equal((await house.call(key, 'POST', `${ROUTE}/keys`, { body: {} })).json['refusal'], 'role');
});

test('[R3] a key that one server makes counts on the other, and is gone there when it is revoked', async (t) => {
  const redis = await startRedis();
  const config = readConfig({ FLOORWALK_DEMO: '1', PORT: '0', REDIS_URL: redis.url });
  const one = await startServer(config, { log: silentLogger });
  t.after(() => one.close());
  const other = await startServer(config, { log: silentLogger });
  t.after(() => other.close());
  t.after(() => redis.close());
  const ask = async (url: string, token: string, method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, json: (await answer.json()) as Readonly<Record<string, unknown>> };
  };
  const asked = await ask(one.url, '', 'POST', '/demo/token', { role: 'administrator' });
  const token = String(asked.json['token']);
  await ask(one.url, token, 'PUT', ROUTE, { name: 'Shop', rights: ['deliver', 'onBehalf'] });
  const made = await ask(one.url, token, 'POST', `${ROUTE}/keys`, {});
  const key = String(made.json['key']);
  const there = await other.engine.tenant('demo');
  const supervisor = [...there.floor.people.values()].find(({ roles }) => roles.includes('supervisor'));
  const socket = await new Client(`${other.url.replace('http', 'ws')}/v1/live`).opened();
  socket.send({ type: 'hello', version: 1, token: key, behalf: { person: supervisor?.id, from: 'teams' } });
  await socket.type('welcome');
  const path = '/v1/outbox?workstream=live-chat';
  const start = String((await ask(other.url, key, 'GET', path)).json['next']);
  const waits = ask(other.url, key, 'GET', `${path}&wait=25&after=${start}`);
  const gone = await ask(one.url, token, 'DELETE', `${ROUTE}/keys/${String(made.json['id'])}`);
  assert.equal(gone.status, 200);
  assert.deepEqual(await socket.closed, close.withdrawn);
  assert.equal((await waits).status, 401);
  assert.equal((await ask(other.url, key, 'GET', path)).status, 401);
});
