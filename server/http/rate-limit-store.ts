import type { Store } from 'express-rate-limit';
import type { Logger } from '../log.ts';
import { topologyOf } from '../store/redis/index.ts';
import { SharedCounts } from './shared-counts.ts';

/** While Redis is away requests are let through; they do not wait for it. */
const PATIENCE_MS = 1_000;

/** Counts of requests that all servers share, on connections of their own. Rejects with a sentence for the operator. */
export async function openRateLimitStore(
  url: string,
  log: Logger,
): Promise<{ readonly store: Store; close(): Promise<void> }> {
  const redis = topologyOf(url, {
    patienceMs: PATIENCE_MS,
    onError: (err) => log.warn({ err }, 'Counting requests in Redis met an error.'),
    onReady: () => {},
  });
  await redis.open().catch((cause: unknown) => {
    redis.close();
    throw cause;
  });
  const store = new SharedCounts('floorwalk:rate:', (key) => (command) => redis.sendOnce(key, command));
  return { store, close: async () => redis.close() };
}
