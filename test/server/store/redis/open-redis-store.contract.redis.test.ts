import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import type { Store } from '../../../../server/store/store.ts';
import { storeContract } from '../../../contracts/store-contract.ts';
import { startRedis } from '../../../support/redis.ts';
import type { OwnRedis } from '../../../support/redis.ts';

let redis: OwnRedis;
let databases = 0;

before(async () => {
  redis = await startRedis();
  // Small stream nodes, so that trimming shows after hundreds of entries instead of thousands.
  await redis.command('CONFIG', 'SET', 'stream-node-max-entries', '10');
});
after(() => redis.close());

storeContract('Redis', async () => {
  const prefix = `test${(databases += 1)}`;
  const stores: Store[] = [];
  const open = async (options = {}) => {
    const onError = (cause: Error) => assert.fail(cause);
    const store = await openRedisStore({ url: redis.url, prefix, onError, ...options });
    stores.push(store);
    return store;
  };
  return {
    open,
    openSecond: open,
    dispose: async () => void (await Promise.all(stores.map((store) => store.close()))),
  };
});
