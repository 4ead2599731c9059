import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { redisKeys } from '../../../../server/store/redis/keys.ts';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import { slotOf } from '../../../../server/store/redis/slot-of.ts';
import type { Store } from '../../../../server/store/store.ts';
import { commitOf, conversation, floorLog, line, say } from '../../../contracts/store-fixture.ts';
import { storeContract } from '../../../contracts/store-contract.ts';
import { startRedisCluster, type OwnCluster } from '../../../support/redis-cluster.ts';

let cluster: OwnCluster;
let databases = 0;

before(async () => {
  cluster = await startRedisCluster();
  for (const master of cluster.masters) await master.command('CONFIG', 'SET', 'stream-node-max-entries', '10');
});
after(() => cluster.close());

const opener = (prefix: string) => {
  const stores: Store[] = [];
  const open = async (options = {}) => {
    const onError = (cause: Error) => assert.fail(cause);
    const store = await openRedisStore({ url: cluster.url, prefix, onError, ...options });
    stores.push(store);
    return store;
  };
  return { open, dispose: async () => void (await Promise.all(stores.map((store) => store.close()))) };
};

storeContract('Redis Cluster', async () => {
  const { open, dispose } = opener(`test${(databases += 1)}`);
  return { open, openSecond: open, dispose };
});

it('spreads twenty tenants over all masters, and two servers work on each at once', async () => {
  const { open, dispose } = opener('spread');
  const [one, other] = [await open(), await open()];
  const tenants = Array.from({ length: 20 }, (_, i) => `tenant ${i}`);
  await Promise.all(
    tenants.map(async (tenant) => {
      const { position } = await one.snapshot(tenant);
      const log = floorLog();
      const stop = await other.follow(tenant, position, log.listener, log.onLost);
      const write = (store: Store, who: string) =>
        Promise.all(
          Array.from({ length: 30 }, (_, i) =>
            store.commit(tenant, [
              commitOf(position.epoch, {
                commandId: `${who}${i}`,
                expect: [conversation(`c${i}`, 0, { dueAt: i, index: [`customer:${i}`] })],
                ledger: [line(`agent ${i}`, `c${i}`, 1)],
                append: [say(`c${i}`, 'public', 'hello')],
                floor: `"${who}${i}"`,
                audit: ['{}'],
              }),
            ]),
          ),
        );
      const [left, right] = await Promise.all([write(one, 'l'), write(other, 'r')]);
      left.forEach(([mine], i) =>
        assert.deepEqual(new Set([mine?.outcome, right[i]?.[0]?.outcome]), new Set(['committed', 'conflict'])),
      );
      await log.until(30);
      assert.deepEqual(
        log.entries.map(({ offset }) => offset),
        Array.from({ length: 30 }, (_, i) => i + 1),
      );
      assert.equal((await one.snapshot(tenant)).ledger.length, 30);
      await stop();
    }),
  );
  assert.deepEqual((await other.tenants()).toSorted(), tenants.toSorted());
  assert.equal((await one.due(1_000, 1_000)).due.length, 20 * 30);
  const holders = await Promise.all(
    cluster.masters.map(async (master) =>
      Number(/keys=(\d+)/.exec(String(await master.command('INFO', 'keyspace')))?.[1]),
    ),
  );
  for (const keys of holders) assert.ok(keys > 100, `keys on each master: ${holders.join(', ')}`);
  await dispose();
});

it('knows the slot of a key as the cluster does', async () => {
  const { ofTenant, schema, tenants } = redisKeys('floorwalk');
  const keys = [schema, tenants, ofTenant('ż').meta, ofTenant('}').wake, '{}x', 'a{b}c{d}', '{{x}}', '', '{'];
  for (const key of keys)
    assert.equal(slotOf(key), Number(await cluster.masters[0]?.command('CLUSTER', 'KEYSLOT', key)), key);
});

it('finds a tenant again whose slot was moved to another master, and loses nothing that is pushed', async () => {
  const open = () => openRedisStore({ url: cluster.url, prefix: 'moving', onError: () => {} });
  // One follows the tenant, the other only asks: it learns of the move by being sent away.
  const [store, other] = [await open(), await open()];
  const { position } = await store.snapshot('acme');
  const log = floorLog();
  await store.follow('acme', position, log.listener, log.onLost);
  const note = (i: number) =>
    store.commit('acme', [
      commitOf(position.epoch, { commandId: `k${i}`, floor: `"${i}"`, append: [say('c1', 'public', 'x')] }),
    ]);
  for (let i = 1; i <= 20; i += 1) await note(i);
  const { meta } = redisKeys('moving').ofTenant('acme');
  const slot = slotOf(meta);
  const from = cluster.masters[Math.floor((slot * 3) / 16_384)];
  const to = cluster.masters.find((master) => master !== from);
  assert.ok(from && to);
  const [fromId, toId] = [String(await from.command('CLUSTER', 'MYID')), String(await to.command('CLUSTER', 'MYID'))];
  const port = ((await to.command('CONFIG', 'GET', 'port')) as string[])[1] ?? '';
  await to.command('CLUSTER', 'SETSLOT', String(slot), 'IMPORTING', fromId);
  await from.command('CLUSTER', 'SETSLOT', String(slot), 'MIGRATING', toId);
  const keys = (await from.command('CLUSTER', 'GETKEYSINSLOT', String(slot), '1000')) as string[];
  const [half, rest] = [keys.slice(0, 3), keys.slice(3)];
  await from.command('MIGRATE', '127.0.0.1', port, '', '0', '5000', 'KEYS', ...half);
  const during = note(21);
  await from.command('MIGRATE', '127.0.0.1', port, '', '0', '5000', 'KEYS', ...rest);
  for (const master of [to, from, ...cluster.masters])
    await master.command('CLUSTER', 'SETSLOT', String(slot), 'NODE', toId);
  assert.equal((await during)[0]?.outcome, 'committed');
  assert.equal((await other.snapshot('acme')).position.offset, 21);
  for (let i = 22; i <= 40; i += 1) await note(i);
  await log.until(40);
  assert.deepEqual(
    log.entries.map(({ commandId }) => commandId),
    Array.from({ length: 40 }, (_, i) => `k${i + 1}`),
  );
  assert.equal((await store.snapshot('acme')).position.epoch, position.epoch);
  await Promise.all([store.close(), other.close()]);
});
