import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sealAudit } from '../../../server/audit/seal-audit.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { steppedClock } from '../../../server/clock.ts';
import { eraseConversations } from '../../../server/privacy/erase-conversations.ts';
import { expireConversations } from '../../../server/privacy/expire-conversations.ts';
import { openRedisStore } from '../../../server/store/redis/index.ts';
import { openSqliteStore } from '../../../server/store/sqlite/index.ts';
import type { Store } from '../../../server/store/store.ts';
import { commitOf } from '../../contracts/store-fixture.ts';
import { customerOf, integration, pickedByHand, startEngine, type Running } from '../../support/engine.ts';
import { startRedis } from '../../support/redis.ts';
import { NOW } from '../../support/world.ts';

const SECRETS = /Marta Quill|mq-4711|boiler on fire|whispered remark|case-88/u;
const DAY_MS = 86_400_000;

/** One conversation of somebody with much to hide, closed or not, and a neighbour's that stays. */
async function talk(on: Running, id: string, secret: boolean, isClosed = true): Promise<void> {
  const customer = secret ? { name: 'Marta Quill', id: 'mq-4711' } : { name: 'Neighbour', id: 'nb' };
  const context = { type: 'case', id: secret ? 'case-88' : 'case-1' };
  const subject = secret ? 'My boiler on fire' : 'A bill';
  await on.must(integration, id, { type: 'Open', workstream: 'live-chat', customer, subject, context });
  await on.must(on.actor('ines'), id, { type: 'AssignToAgent', agent: 'ana' });
  await on.must(on.actor('ana'), id, { type: 'Accept' });
  for (let i = 0; i < 30; i++) {
    const text = secret ? `Help, boiler on fire ${i}` : `Hello ${i}`;
    await on.must(customerOf(id), id, { type: 'Say', plane: 'public', id: `${id}-${i}`, text });
  }
  const text = secret ? 'A whispered remark' : 'A note';
  await on.must(on.actor('ana'), id, { type: 'Say', plane: 'internal', id: `${id}-n`, text });
  if (isClosed) await on.must(on.actor('ines'), id, { type: 'ForceClose', reason: 'Done' });
}

async function eraseAll(store: Store, bytes: () => Promise<string>): Promise<void> {
  const on = await startEngine({ store, edit: pickedByHand });
  try {
    await eraseOn(on, bytes);
  } finally {
    await on.close();
  }
}

async function eraseOn(on: Running, bytes: () => Promise<string>): Promise<void> {
  const { store } = on;
  await talk(on, 'c1', true);
  await talk(on, 'c2', false);
  await talk(on, 'c3', true, false);
  await on.must(on.actor('ines'), 'c3', { type: 'ForceClose', reason: 'Done' });
  await on.quiet();
  assert.match(await bytes(), SECRETS, 'it was there');
  const deps = { store, tenant: 'acme', now: NOW };
  assert.deepEqual(await eraseConversations(deps, on.actor('ada'), 'ConversationErased', ['c1', 'c3', 'c9']), [
    'c1',
    'c3',
  ]);
  await store.clean();
  await on.quiet();
  const left = await bytes();
  assert.doesNotMatch(left, SECRETS);
  assert.match(left, /Hello 7/u, 'the neighbour stays');
  assert.deepEqual(await store.find('acme', 'customer:nb', 9), ['c2']);
  await sealAudit(store, 'acme', NOW);
  assert.ok((await verifyAudit(store, 'acme', { now: NOW, keepMs: null })).ok);
  const record = (await store.readAudit('acme', 0, 10_000)).map(({ body }) => body).join('\n');
  assert.match(record, /"who":"ada".*"what":"ConversationErased","conversation":"c1"/u);
  // The engine goes on: what it folded is sound.
  await talk(on, 'c4', false);
}

test('[R6] SQLite: no byte of an erased customer is in any file of the store', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'erase-'));
  const store = await openSqliteStore({ folder });
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const bytes = async () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
  await eraseAll(store, bytes);
});

test('[R6] Redis: no byte of an erased customer is in the dump', async (t) => {
  const redis = await startRedis();
  await redis.command('CONFIG', 'SET', 'rdbcompression', 'no');
  const [, folder = ''] = (await redis.command('CONFIG', 'GET', 'dir')) as string[];
  const store = await openRedisStore({ url: redis.url, onError: (cause) => assert.fail(cause) });
  t.after(async () => {
    await store.close();
    await redis.close();
  });
  const bytes = async () => {
    await redis.command('SAVE');
    return readFileSync(join(folder, 'dump.rdb'), 'latin1');
  };
  await eraseAll(store, bytes);
});

test('[R6] what is not closed is left alone', async () => {
  const on = await startEngine({ edit: pickedByHand });
  await talk(on, 'c1', true, false);
  const deps = { store: on.store, tenant: 'acme', now: NOW };
  assert.deepEqual(await eraseConversations(deps, on.actor('ada'), 'ConversationErased', ['c1']), []);
  assert.equal((await on.store.readPlane('acme', 'c1', 'internal', 0, 9)).length > 0, true);
  await on.close();
});

test('[R6][X1] closed conversations lose their content when they are kept no longer, each once', async () => {
  const clock = steppedClock(NOW);
  const on = await startEngine({ edit: pickedByHand, clock });
  await talk(on, 'c1', true);
  clock.step(2 * DAY_MS);
  await talk(on, 'c2', false);
  const expire = () => expireConversations({ store: on.store, tenant: 'acme', now: clock.now(), keepMs: 3 * DAY_MS });
  assert.equal(await expire(), 0);
  clock.step(DAY_MS);
  assert.equal(await expire(), 1);
  assert.equal(await expire(), 0);
  assert.deepEqual(await on.store.readPlane('acme', 'c1', 'public', 0, 9), []);
  assert.notDeepEqual(await on.store.readPlane('acme', 'c2', 'public', 0, 9), []);
  clock.step(2 * DAY_MS);
  assert.equal(await expire(), 1);
  const record = (await on.store.readAudit('acme', 0, 10_000)).filter(({ body }) => body.includes('Expired'));
  assert.equal(record.length, 2);
  await on.close();
});

test('[R6] two servers that let go of the same conversations at once leave one line for each', async (t) => {
  const redis = await startRedis();
  const [one, two] = await Promise.all(
    [0, 1].map(() => openRedisStore({ url: redis.url, onError: (cause) => assert.fail(cause) })),
  );
  assert.ok(one && two);
  const on = await startEngine({ store: one, edit: pickedByHand });
  t.after(async () => {
    await on.close();
    for (const store of [one, two]) await store.close();
    await redis.close();
  });
  await talk(on, 'c1', true);
  await talk(on, 'c2', false);
  await on.quiet();
  const expire = (store: Store) =>
    expireConversations({ store, tenant: 'acme', now: NOW + 5 * DAY_MS, keepMs: 3 * DAY_MS });
  await Promise.all([expire(one), expire(two), expire(one), expire(two)]);
  const expired = (await one.readAudit('acme', 0, 10_000)).filter(({ body }) => body.includes('ConversationExpired'));
  assert.deepEqual(expired.map(({ body }) => (JSON.parse(body) as { conversation: string }).conversation).toSorted(), [
    'c1',
    'c2',
  ]);
});

test('[R6] whoever dies between a line and the rest of it leaves the rest to the next, and no second line', async () => {
  const on = await startEngine({ edit: pickedByHand });
  await talk(on, 'c1', true);
  const deps = { store: on.store, tenant: 'acme', now: NOW };
  const { store } = on;
  const dying: typeof deps.store = new Proxy(store, {
    get: (target, name) =>
      name === 'erase'
        ? () => Promise.reject(new Error('gone'))
        : (Reflect.get(target, name, target) as () => unknown).bind(target),
  });
  await assert.rejects(
    eraseConversations({ ...deps, store: dying }, on.actor('ada'), 'ConversationErased', ['c1']),
    /gone/u,
  );
  assert.notDeepEqual(await on.store.readPlane('acme', 'c1', 'public', 0, 9), []);
  const lookups = ['customer:mq-4711', 'context:case:case-88'];
  for (const key of lookups) assert.deepEqual(await on.store.find('acme', key, 9), ['c1']);
  const again = eraseConversations(deps, on.actor('ada'), 'ConversationErased', ['c1']);
  assert.deepEqual(await again, ['c1']);
  for (const key of lookups) assert.deepEqual(await on.store.find('acme', key, 9), []);
  assert.deepEqual(await on.store.readPlane('acme', 'c1', 'public', 0, 9), []);
  const lines = (await on.store.readAudit('acme', 0, 10_000)).filter(({ body }) => body.includes('ConversationErased'));
  assert.equal(lines.length, 1);
  await on.close();
});

test('[R6] a long backlog goes a few at a time, and whoever is cut off goes on where it was', async () => {
  const on = await startEngine({ edit: pickedByHand });
  const { store } = on;
  const { epoch } = (await store.snapshot('acme')).position;
  const count = 1_200;
  const closed = Array.from({ length: count }, (_, i) => `old-${i}`);
  await Promise.all(
    closed.map((id) => {
      const line = { at: NOW, who: 'system', from: 'api', what: 'ConversationClosed', conversation: id };
      const state = JSON.stringify({ id, state: 'closed', customer: { name: 'x', id }, context: null, sentiment: {} });
      return store.commit('acme', [
        commitOf(epoch, {
          expect: [{ family: 'conversation', id, version: 0, state, final: true, index: [`customer:${id}`] }],
          append: [{ conversation: id, plane: 'public', body: '{}' }],
          audit: [JSON.stringify({ ...line, about: [], details: {} })],
        }),
      ]);
    }),
  );
  const sizes: number[] = [];
  let failsAfter = 14;
  const cutOff: typeof store = new Proxy(store, {
    get: (target, name) =>
      name === 'erase'
        ? async (...[tenant, conversations]: Parameters<typeof store.erase>) => {
            if ((failsAfter -= 1) < 0) throw new Error('gone');
            sizes.push(conversations.length);
            await store.erase(tenant, conversations);
          }
        : (Reflect.get(target, name, target) as () => unknown).bind(target),
  });
  const expire = () =>
    expireConversations({ store: cutOff, tenant: 'acme', now: NOW + 5 * DAY_MS, keepMs: 3 * DAY_MS });
  await assert.rejects(expire(), /gone/u);
  failsAfter = Infinity;
  const first = (await store.readAudit('acme', 0, 500)).filter(({ body }) => body.includes('ConversationClosed'));
  assert.equal(await expire(), count - first.length, 'the first page is marked and not walked again');
  assert.ok(Math.max(...sizes) <= 50);
  for (const id of closed) {
    assert.deepEqual(await store.readPlane('acme', id, 'public', 0, 9), []);
    assert.deepEqual(await store.find('acme', `customer:${id}`, 9), []);
  }
  const lines = (await store.readAudit('acme', 0, 10_000)).filter(({ body }) => body.includes('ConversationExpired'));
  assert.equal(lines.length, count);
  let rounds = 0;
  const stopped = {
    store,
    tenant: 'acme',
    now: NOW + 9 * DAY_MS,
    keepMs: 3 * DAY_MS,
    isStopped: () => (rounds += 1) > 1,
  };
  assert.equal(await expireConversations(stopped), 0);
  await on.close();
});
