import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inspectServer, serverRefusal, serverWorth } from '../../../../server/store/redis/inspect-server.ts';

const facts = { version: '7.2.4', isAppendOnly: true, fsync: 'everysec', evictionPolicy: 'noeviction' };

it('refuses what is too old and what evicts, and takes the rest', () => {
  assert.equal(serverRefusal(facts), undefined);
  assert.equal(serverRefusal({ ...facts, version: '8.0.0', evictionPolicy: undefined }), undefined);
  assert.match(serverRefusal({ ...facts, version: '6.2.14' }) ?? '', /version 6\.2\.14, and 7\.0 is the oldest/);
  assert.match(serverRefusal({ ...facts, version: 'unknown' }) ?? '', /version unknown/);
  assert.match(serverRefusal({ ...facts, evictionPolicy: 'volatile-ttl' }) ?? '', /volatile-ttl/);
});

it('says what each way of writing to disk is worth', () => {
  assert.match(serverWorth({ ...facts, isAppendOnly: false }), /memory only/);
  assert.match(serverWorth({ ...facts, fsync: 'always' }), /and a power cut/);
  assert.match(serverWorth(facts), /may lose the last second/);
  assert.match(serverWorth({ ...facts, fsync: 'no' }), /last half minute/);
  assert.match(serverWorth({ ...facts, fsync: undefined }), /unknown/);
});

it('knows less of a server that forbids CONFIG, and assumes nothing', async () => {
  const info = 'redis_version:7.0.15\r\naof_enabled:1\r\nmaxmemory_policy:noeviction\r\n';
  const found = await inspectServer(async ([command]) => {
    if (command === 'CONFIG') throw new Error('NOPERM');
    return info;
  });
  assert.deepEqual(found, { version: '7.0.15', isAppendOnly: true, fsync: undefined, evictionPolicy: 'noeviction' });
});
