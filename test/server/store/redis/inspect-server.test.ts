import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inspectServers, serverRefusal, storeWorth } from '../../../../server/store/redis/inspect-server.ts';
import type { ServerFacts } from '../../../../server/store/redis/inspect-server.ts';

const facts: ServerFacts = {
  version: '7.2.4',
  isAppendOnly: true,
  fsync: 'everysec',
  evictionPolicy: 'noeviction',
  role: 'master',
  replicas: 0,
  isInCluster: false,
};

/** Servers that answer INFO, and CONFIG as they are told to. */
const servers = (infos: readonly string[], fsyncs?: readonly string[]) =>
  inspectServers({
    publish: 'PUBLISH',
    everywhere: async ([command]: readonly string[]): Promise<readonly unknown[]> => {
      if (command === 'INFO') return infos;
      if (fsyncs === undefined) throw new Error('NOPERM');
      return fsyncs.map((fsync) => ['appendfsync', fsync]);
    },
  });

it('refuses what is too old, what evicts, what only reads, and takes the rest', () => {
  assert.equal(serverRefusal(facts), undefined);
  assert.equal(serverRefusal({ ...facts, version: '8.0.0', evictionPolicy: undefined, role: undefined }), undefined);
  assert.match(serverRefusal({ ...facts, version: '6.2.14' }) ?? '', /version 6\.2\.14, and 7\.0 is the oldest/);
  assert.match(serverRefusal({ ...facts, version: 'unknown' }) ?? '', /version unknown/);
  assert.match(serverRefusal({ ...facts, evictionPolicy: 'volatile-ttl' }) ?? '', /volatile-ttl/);
  assert.match(serverRefusal({ ...facts, role: 'slave' }) ?? '', /read-only replica.*name its master/);
  assert.match(serverRefusal({ ...facts, isInCluster: true }) ?? '', /say redis\+cluster:\/\//);
});

it('says what each way of writing to disk is worth', () => {
  assert.match(storeWorth([{ ...facts, isAppendOnly: false }]), /memory only/);
  assert.match(storeWorth([{ ...facts, fsync: 'always' }]), /and a power cut/);
  assert.match(storeWorth([facts]), /may lose the last second/);
  assert.match(storeWorth([{ ...facts, fsync: 'no' }]), /last half minute/);
  assert.match(storeWorth([{ ...facts, fsync: undefined }]), /unknown/);
});

it('promises what the weakest of several servers keeps, and says what a failover may lose', () => {
  const strong = { ...facts, fsync: 'always' };
  assert.match(storeWorth([strong, { ...facts, isAppendOnly: false }, facts]), /memory only/);
  assert.match(
    storeWorth([strong, { ...facts, replicas: 1 }]),
    /last second.*; a failover to a replica may lose .*\.$/,
  );
});

it('knows less of a server that forbids CONFIG, and assumes nothing', async () => {
  const info =
    'redis_version:7.0.15\r\nrole:master\r\nconnected_slaves:2\r\naof_enabled:1\r\nmaxmemory_policy:noeviction\r\n';
  const known = { ...facts, version: '7.0.15', replicas: 2 };
  assert.deepEqual(await servers([info]), [{ ...known, fsync: undefined }]);
  assert.deepEqual(await servers([info, info], ['always', 'no']), [
    { ...known, fsync: 'always' },
    { ...known, fsync: 'no' },
  ]);
});

it('knows a node of a cluster that is spoken to as if it stood alone', async () => {
  const [found] = await servers(['redis_version:7.0.15\r\ncluster_enabled:1\r\n'], ['no']);
  assert.equal(found?.isInCluster, true);
});
