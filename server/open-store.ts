import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import { openRedisStore } from './store/redis/index.ts';
import { openSqliteStore } from './store/sqlite/index.ts';
import type { Store } from './store/store.ts';

/** Opens the store that the settings name. Rejects with a sentence for the operator. */
export function openStore(config: Pick<Config, 'data' | 'redisUrl'>, log: Logger): Promise<Store> {
  if (config.redisUrl === null) return openSqliteStore({ folder: config.data });
  return openRedisStore({
    url: config.redisUrl,
    onError: (err) => log.warn({ err }, 'The connection to Redis met an error.'),
  });
}
