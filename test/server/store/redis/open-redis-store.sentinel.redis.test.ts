import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import { redisKeys } from '../../../../server/store/redis/keys.ts';
import { commitOf, floorLog, say, TENANT } from '../../../contracts/store-fixture.ts';
import { until } from '../../../support/redis-cluster.ts';
import { startRedisSentinel } from '../../../support/redis-sentinel.ts';

const { floor } = redisKeys('floorwalk').ofTenant(TENANT);
const note = (epoch: string, commandId: string) =>
  commitOf(epoch, { commandId, append: [say('c1', 'public', commandId)], floor: `"${commandId}"`, answer: '"done"' });

it('goes on with the new master after a failover, under the same epoch where nothing was lost', async () => {
  const own = await startRedisSentinel();
  const store = await openRedisStore({ url: own.url, onError: () => {} });
  try {
    assert.match(store.worth, /a failover to a replica may lose what had not reached it yet\.$/);
    const { epoch } = (await store.snapshot(TENANT)).position;
    const log = floorLog();
    await store.follow(TENANT, { epoch, offset: 0 }, log.listener, log.onLost);
    await store.commit(TENANT, [note(epoch, 'before')]);
    await until(async () => (await own.replica.command('EXISTS', floor)) === 1);
    await own.master.kill();
    const waiting = store.commit(TENANT, [note(epoch, 'during')]);
    await own.failedOver();
    assert.deepEqual(await waiting, [{ outcome: 'committed', floorOffset: 2, appended: [2] }]);
    await log.until(2);
    assert.equal((await store.snapshot(TENANT)).position.epoch, epoch);
  } finally {
    await store.close();
    await own.close();
  }
});

it('ends the history where the replica that took over lacks its end: nobody commits to what is lost', async () => {
  const own = await startRedisSentinel();
  const open = () => openRedisStore({ url: own.url, onError: () => {} });
  const [a, b] = [await open(), await open()];
  try {
    const { epoch } = (await a.snapshot(TENANT)).position;
    const logs = [floorLog(), floorLog()] as const;
    await a.commit(TENANT, [note(epoch, 'kept')]);
    await until(async () => (await own.replica.command('EXISTS', floor)) === 1);
    await a.follow(TENANT, { epoch, offset: 0 }, logs[0].listener, logs[0].onLost);
    await b.follow(TENANT, { epoch, offset: 0 }, logs[1].listener, logs[1].onLost);
    await own.replica.command('REPLICAOF', '127.0.0.1', '1');
    await a.commit(TENANT, [note(epoch, 'lost')]);
    await Promise.all(logs.map((log) => log.until(2)));
    await own.master.kill();
    await own.failedOver();
    const late = await a.commit(TENANT, [note(epoch, 'late')]);
    const { position } = await b.snapshot(TENANT);
    assert.deepEqual(late, [{ outcome: 'epoch', epoch: position.epoch }]);
    await Promise.all(logs.map(({ lost }) => lost));
    assert.notEqual(position.epoch, epoch);
    assert.equal(position.offset, 1);
    const [anew] = await b.commit(TENANT, [note(position.epoch, 'lost')]);
    assert.deepEqual(anew, { outcome: 'committed', floorOffset: 2, appended: [2] });
  } finally {
    await Promise.all([a.close(), b.close()]);
    await own.close();
  }
});
