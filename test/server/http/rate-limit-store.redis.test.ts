import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Options, Store } from 'express-rate-limit';
import { openRateLimitStore } from '../../../server/http/rate-limit-store.ts';
import { silentLogger } from '../../../server/log.ts';
import { startRedisCluster } from '../../support/redis-cluster.ts';
import { startRedis } from '../../support/redis.ts';

const redis = await startRedis();
const cluster = await startRedisCluster();
after(() => Promise.all([redis.close(), cluster.close()]));

async function open(url: string): Promise<{ readonly store: Store; close(): Promise<void> }> {
  const opened = await openRateLimitStore(url, silentLogger);
  await opened.store.init?.({ windowMs: 60_000 } as Options);
  return opened;
}

for (const [where, url] of [
  ['one Redis', redis.url],
  ['a cluster', cluster.url],
] as const)
  test(`servers on ${where} count each caller’s requests together, and callers apart`, async () => {
    const [one, other] = [await open(url), await open(url)];
    const callers = Array.from({ length: 30 }, (_, i) => `caller ${i}`);
    for (const { store } of [one, other, one])
      await Promise.all(callers.map(async (caller) => store.increment(caller)));
    const counted = await Promise.all(callers.map(async (caller) => (await other.store.increment(caller)).totalHits));
    assert.deepEqual(new Set(counted), new Set([4]));
    await Promise.all([one.close(), other.close()]);
  });

test('while Redis is away counting fails at once, so that requests are let through', async () => {
  const own = await startRedis();
  const { store, close } = await open(own.url);
  await store.increment('caller');
  await own.kill();
  await assert.rejects(async () => store.increment('caller'));
  await own.start();
  await close();
  await own.close();
});

test('a Redis that is not there is said at start', async () => {
  await assert.rejects(openRateLimitStore('redis://127.0.0.1:1', silentLogger), /it does not answer/);
});
