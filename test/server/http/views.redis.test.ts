import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openRedisStore } from '../../../server/store/redis/index.ts';
import { viewsContract } from '../../contracts/views.ts';
import { startRedis, type OwnRedis } from '../../support/redis.ts';
import { startSite, type Site } from '../../support/site.ts';

const opened: OwnRedis[] = [];
const own = async (): Promise<OwnRedis> => {
  const started = await startRedis();
  opened.push(started);
  return started;
};
after(async () => {
  for (const each of opened) await each.close();
});
const siteOn = ({ url }: OwnRedis): Promise<Site> =>
  startSite({ openStore: () => openRedisStore({ url, onError: () => {} }) });

viewsContract(async () => siteOn(await own()));

test('[F6] a view that is shared on one server is on every other, also one that starts later', async () => {
  const redis = await own();
  const [one, other] = [await siteOn(redis), await siteOn(redis)];
  try {
    const ines = await one.token('supervisor', 'ines');
    const body = { name: 'Late bills', shared: true, look: { queues: ['billing'] } };
    assert.equal((await one.call(ines, 'PUT', '/v1/views/late', { body })).status, 200);
    const third = await siteOn(redis);
    try {
      for (const site of [other, third]) {
        await site.tenant.settle();
        const { body: seen } = await site.call(await site.token('supervisor', 'jonas'), 'GET', '/v1/views');
        assert.deepEqual(
          seen.items?.map(({ name }) => name),
          ['Late bills'],
        );
      }
    } finally {
      await third.close();
    }
  } finally {
    await one.close();
    await other.close();
  }
});
