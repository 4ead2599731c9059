import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { createClient } from 'redis';
import { readConfig } from '../../server/config.ts';
import { silentLogger } from '../../server/log.ts';
import { startServer } from '../../server/start-server.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startRedis } from '../support/redis.ts';

const token = 'the-key-of-crm';
const redis = await startRedis();
const cluster = await startRedisCluster();
after(() => Promise.all([redis.close(), cluster.close()]));

for (const [where, url] of [
  ['one Redis', redis.url],
  ['a cluster', cluster.url],
] as const)
  test(`two servers on ${where} answer from one floor, and count one token’s requests together`, async (t) => {
    const sha256 = createHash('sha256').update(token).digest('hex');
    const env = {
      FLOORWALK_DEMO: '1',
      PORT: '0',
      REDIS_URL: url,
      FLOORWALK_RATE_LIMIT: '8',
      FLOORWALK_INTEGRATION_KEYS: `crm:${sha256}:demo:open+read`,
    };
    const one = await startServer(readConfig(env), { log: silentLogger });
    t.after(() => one.close());
    const other = await startServer(readConfig(env), { log: silentLogger });
    t.after(() => other.close());
    const json = { 'content-type': 'application/json' };
    const opened = await fetch(`${one.url}/v1/conversations`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: 'shared', workstream: 'live-chat', customer: { name: 'Mara' } }),
    });
    assert.equal(opened.status, 201);
    const there = await (await other.engine.tenant('demo')).conversation('shared');
    assert.equal(there?.state, 'open');
    assert.equal(((await (await fetch(`${other.url}/readyz`)).json()) as { store: string }).store, 'redis');
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) {
      for (const { url } of [one, other]) {
        const headers = { authorization: `Bearer ${token}` };
        statuses.push((await fetch(`${url}/v1/queues`, { headers })).status);
      }
    }
    // Of ten more requests, five to each, seven fit beside the first; the rest are too many on whichever server.
    assert.equal(statuses.filter((status) => status === 429).length, 3);
  });

test('a server that cannot start leaves no connection open, so that its process ends', async () => {
  const config = readConfig({ FLOORWALK_DEMO: '1', PORT: '0', REDIS_URL: redis.url });
  const broken = (): void => {
    throw new Error('The panels are not built.');
  };
  const client = createClient({ socket: { path: redis.url.replace('unix:', ''), tls: false } });
  await client.connect();
  const connections = async (): Promise<number> =>
    (await client.sendCommand<string>(['CLIENT', 'LIST'])).trim().split('\n').length;
  const before = await connections();
  await assert.rejects(startServer(config, { log: silentLogger, pages: broken }), /not built/u);
  // Redis notices a closed connection when it next looks.
  while ((await connections()) > before) await new Promise((done) => setImmediate(done));
  assert.equal(await connections(), before);
  await client.close();
});
