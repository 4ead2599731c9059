import type { Store } from 'express-rate-limit';
import { RedisStore, type RedisReply } from 'rate-limit-redis';
import { createClient } from 'redis';
import type { Logger } from '../log.ts';

/** Counts of requests that all servers share, on a connection of their own. */
export async function openRateLimitStore(
  url: string,
  log: Logger,
): Promise<{ readonly store: Store; close(): Promise<void> }> {
  const socket = url.startsWith('unix:')
    ? { socket: { path: url.slice('unix:'.length), tls: false as const } }
    : { url };
  const client = createClient(socket);
  client.on('error', (err: unknown) => log.warn({ err }, 'Counting requests in Redis met an error.'));
  await client.connect();
  const store = new RedisStore({
    prefix: 'floorwalk:rate:',
    sendCommand: (...args: string[]) => client.sendCommand(args) as Promise<RedisReply>,
  });
  return { store, close: async () => client.destroy() };
}
