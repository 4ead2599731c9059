import type { StoreSettings } from './config.ts';
import type { Logger } from './log.ts';
import { openRedisStore } from './store/redis/index.ts';
import { openSqliteStore } from './store/sqlite/index.ts';
import type { Store } from './store/store.ts';

/** Opens the store that the settings name. Rejects with a sentence for the operator. */
export function openStore({ data, redisUrl, keep }: StoreSettings, log: Logger): Promise<Store> {
  const retention = {
    keepFloor: keep.floorEntries,
    rememberMs: keep.answersMs,
    ...(keep.auditMs !== null && { keepAuditMs: keep.auditMs }),
  };
  if (redisUrl === null) {
    const onError = (err: Error): void => log.error({ err }, 'The embedded store met an error; it goes on.');
    return openSqliteStore({ folder: data, ...retention, onError });
  }
  return openRedisStore({
    url: redisUrl,
    ...retention,
    onError: (err) => log.warn({ err }, 'The connection to Redis met an error.'),
    onBack: () => log.info({}, 'The connection to Redis is there again.'),
  });
}
