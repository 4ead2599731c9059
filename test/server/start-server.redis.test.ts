import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { readConfig } from '../../server/config.ts';
import { silentLogger } from '../../server/log.ts';
import { startServer, type Running } from '../../server/start-server.ts';
import { startRedis, type OwnRedis } from '../support/redis.ts';

const token = 'the-key-of-crm';
let redis: OwnRedis;
const servers: Running[] = [];
before(async () => {
  redis = await startRedis();
  const sha256 = createHash('sha256').update(token).digest('hex');
  const keys = `crm:${sha256}:demo:open+read`;
  const env = {
    FLOORWALK_DEMO: '1',
    PORT: '0',
    REDIS_URL: redis.url,
    FLOORWALK_RATE_LIMIT: '8',
    FLOORWALK_INTEGRATION_KEYS: keys,
  };
  for (let n = 0; n < 2; n++) servers.push(await startServer(readConfig(env), { log: silentLogger }));
});
after(async () => {
  for (const server of servers) await server.close();
  await redis.close();
});

test('two servers on one Redis answer from one floor, and count one token’s requests together', async () => {
  const [one, other] = servers;
  assert.ok(one && other);
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
