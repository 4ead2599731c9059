import { silentLogger } from '../../../bot/log.ts';
import { openRedisBotStore } from '../../../bot/store/redis-store.ts';
import { botStoreContract } from '../../contracts/bot-store-contract.ts';
import { startRedis } from '../../support/redis.ts';

botStoreContract('Redis', async () => {
  const redis = await startRedis();
  return { open: () => openRedisBotStore(redis.url, silentLogger), remove: () => redis.close() };
});
