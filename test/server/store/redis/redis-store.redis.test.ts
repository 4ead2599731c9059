import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import { redisKeys } from '../../../../server/store/redis/keys.ts';
import { RedisStore } from '../../../../server/store/redis/redis-store.ts';
import { topologyOf } from '../../../../server/store/redis/topology-of.ts';
import type { Topology } from '../../../../server/store/redis/topology.ts';
import { commitOf, floorLog, TENANT } from '../../../contracts/store-fixture.ts';
import { startRedis } from '../../../support/redis.ts';

const redis = await startRedis();
after(() => redis.close());

/** A store whose reads can be held back, and which counts what is sent once: its commits. */
async function gated() {
  const real = topologyOf(redis.url, { patienceMs: 5_000, onError: assert.fail, onReady: () => {} });
  await real.open();
  const seen = { commits: 0 };
  let gate = Promise.resolve();
  const topology: Topology = {
    ...real,
    send: async (key, command) => {
      await gate;
      return real.send(key, command);
    },
    sendOnce: (key, command) => {
      seen.commits += 1;
      return real.sendOnce(key, command);
    },
  };
  const options = { url: redis.url, onError: assert.fail };
  const store = new RedisStore({ redis: topology, keys: redisKeys('gated'), worth: '', options });
  return {
    store,
    seen,
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
  };
}

it('commits nothing over a new connection before it is known whether the history is still there', async (t) => {
  const { store, seen, hold } = await gated();
  t.after(() => store.close());
  const { position } = await store.snapshot(TENANT);
  const log = floorLog();
  await store.follow(TENANT, position, log.listener, log.onLost);
  await store.commit(TENANT, [commitOf(position.epoch, { commandId: 'before', floor: '{}' })]);
  await log.until(1);
  const sent = seen.commits;
  const release = hold();
  store.recheck(() => true);
  const waiting = store.commit(TENANT, [commitOf(position.epoch, { commandId: 'after', floor: '{}' })]);
  for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate);
  assert.equal(seen.commits, sent, 'it waits for the answer');
  release();
  assert.equal((await waiting)[0]?.outcome, 'committed');
  store.recheck(() => false);
  assert.equal(
    (await store.commit(TENANT, [commitOf(position.epoch, { floor: '{}' })]))[0]?.outcome,
    'committed',
    'what lies elsewhere is not asked for',
  );
});

it('begins a history of its own where its name was taken out, as after a restore, and goes on numbering', async () => {
  const open = () => openRedisStore({ url: redis.url, onError: (cause) => assert.fail(cause) });
  const before = await open();
  const { epoch } = (await before.snapshot('restored')).position;
  await before.commit('restored', [commitOf(epoch, { floor: '{}', audit: ['{}'] })]);
  const seen = (await before.snapshot('restored')).position;
  await before.close();
  assert.equal(await redis.command('HDEL', 'floorwalk:{t:restored}:meta', 'epoch'), 1);
  const after = await open();
  const { position } = await after.snapshot('restored');
  assert.notEqual(position.epoch, epoch);
  assert.equal(position.offset, seen.offset);
  assert.ok((await after.readFloor('restored', seen, 10)).stale);
  const [next] = await after.commit('restored', [commitOf(position.epoch, { floor: '{}', audit: ['{}'] })]);
  assert.deepEqual(next, { outcome: 'committed', floorOffset: 2, appended: [] });
  assert.equal((await after.readAudit('restored', 0, 10)).length, 2);
  await after.close();
});
