import { after, it } from 'node:test';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import { acknowledgedBefore, assertAllThere } from '../../../support/killed-commit.ts';
import { startRedis } from '../../../support/redis.ts';

const redis = await startRedis({ appendOnly: true });
after(() => redis.close());

it('keeps every acknowledged commit through kill -9 of Redis and of the process', async () => {
  const offset = await acknowledgedBefore(['redis', redis.url], 400, () => redis.kill());
  await redis.start();
  const store = await openRedisStore({ url: redis.url, onError: () => {} });
  try {
    await assertAllThere(store, offset);
  } finally {
    await store.close();
  }
});
