import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import { redisKeys } from '../../../../server/store/redis/keys.ts';
import { slotOf } from '../../../../server/store/redis/slot-of.ts';
import { commitOf, floorLog, say, TENANT } from '../../../contracts/store-fixture.ts';
import { freePorts } from '../../../support/free-ports.ts';
import { startRedisCluster, until } from '../../../support/redis-cluster.ts';
import { startRedis } from '../../../support/redis.ts';

it('goes on with the replica that takes over in a cluster, and other tenants do not notice', async () => {
  const cluster = await startRedisCluster(3, ['--repl-diskless-sync-delay', '0']);
  const { meta } = redisKeys('floorwalk').ofTenant(TENANT);
  const master = cluster.masters[Math.floor((slotOf(meta) * 3) / 16_384)];
  assert.ok(master);
  const [port = 0] = await freePorts(1);
  const args = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000', '--cluster-config-file', 'nodes.conf'];
  const replica = await startRedis({ port, args });
  const store = await openRedisStore({ url: cluster.url, onError: () => {}, patienceMs: 20_000 });
  try {
    const at = ((await master.command('CONFIG', 'GET', 'port')) as string[])[1] ?? '';
    await replica.command('CLUSTER', 'MEET', '127.0.0.1', at);
    const id = String(await master.command('CLUSTER', 'MYID'));
    await until(async () => (await replica.command('CLUSTER', 'REPLICATE', id).catch(String)) === 'OK');
    const { epoch } = (await store.snapshot(TENANT)).position;
    const log = floorLog();
    await store.follow(TENANT, { epoch, offset: 0 }, log.listener, log.onLost);
    const note = (i: number) =>
      store.commit(TENANT, [
        commitOf(epoch, { commandId: `k${i}`, floor: `"${i}"`, append: [say('c1', 'public', 'x')] }),
      ]);
    await note(1);
    await until(async () => {
      const info = String(await master.command('INFO', 'replication'));
      const [, sent] = /slave0:.*state=online,offset=(\d+)/.exec(info) ?? [];
      return sent !== undefined && info.includes(`master_repl_offset:${sent}\r`);
    });
    const elsewhere = ['a', 'b', 'c', 'd', 'e'].find(
      (tenant) =>
        cluster.masters[Math.floor((slotOf(redisKeys('floorwalk').ofTenant(tenant).meta) * 3) / 16_384)] !== master,
    );
    assert.ok(elsewhere);
    const other = (await store.snapshot(elsewhere)).position;
    await master.kill();
    const waiting = note(2);
    const [unconcerned] = await store.commit(elsewhere, [commitOf(other.epoch, { floor: '{}' })]);
    assert.equal(unconcerned?.outcome, 'committed');
    assert.deepEqual(await waiting, [{ outcome: 'committed', floorOffset: 2, appended: [2] }]);
    await note(3);
    await log.until(3);
    assert.equal((await store.snapshot(TENANT)).position.epoch, epoch);
  } finally {
    await store.close();
    await replica.close();
    await cluster.close();
  }
});
