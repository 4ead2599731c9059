import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRedisStore } from '../../../server/store/redis/index.ts';
import { administratorContract } from '../../contracts/administrator.ts';
import { startRedis, type OwnRedis } from '../../support/redis.ts';
import { startSite, type Site } from '../../support/site.ts';

let redis: OwnRedis;
const opened: OwnRedis[] = [];
const own = async (): Promise<OwnRedis> => {
  const started = await startRedis();
  opened.push(started);
  return started;
};
before(async () => {
  redis = await own();
});
after(async () => {
  for (const each of opened) await each.close();
});
const siteOn = ({ url }: OwnRedis): Promise<Site> =>
  startSite({ openStore: () => openRedisStore({ url, onError: () => {} }) });

administratorContract(async () => siteOn(await own()));

test('[C7] what is saved on one server is so on every other, and a version is one for all', async () => {
  const [one, other] = [await siteOn(redis), await siteOn(redis)];
  try {
    const ada = await one.token('administrator', 'ada');
    const there = await other.token('administrator', 'ada');
    const before = await other.call(there, 'GET', '/v1/directory');
    const seen = String((before.body['versions'] as Record<string, number>)['queue:billing']);
    const body = { name: 'Billing', distribution: 'external' };
    const saved = await one.call(ada, 'PUT', '/v1/directory/queues/billing', { body, headers: { 'if-match': seen } });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    const late = await other.call(there, 'PUT', '/v1/directory/queues/billing', {
      body,
      headers: { 'if-match': seen },
    });
    assert.equal(late.body['refusal'], 'version');
    assert.equal(other.tenant.floor.queues.get('billing')?.distribution, 'external');
    const turned = await Promise.all([
      one.call(ada, 'PUT', '/v1/directory/switches', { body: { assign: false } }),
      other.call(there, 'PUT', '/v1/directory/switches', { body: { transfer: false } }),
    ]);
    assert.deepEqual(
      turned.map(({ status }) => status),
      [200, 200],
    );
    const { body: now } = await one.call(ada, 'GET', '/v1/policy');
    const { assign, transfer } = now['switches'] as Record<string, boolean>;
    assert.deepEqual([assign, transfer], [false, false]);
  } finally {
    await one.close();
    await other.close();
  }
});
