import { createClient } from 'redis';
import type { Logger } from '../log.ts';
import type { BotStore, Kind } from './store.ts';

/** Every key has one hash tag, so that a write of several kinds is one transaction in a cluster too. */
const keyOf = (name: string): string => `{floorwalk-bot}:${name}`;

/** The store as hashes in Redis, one a kind. */
export async function openRedisBotStore(url: string, log: Logger): Promise<BotStore> {
  const client = createClient(
    url.startsWith('unix:') ? { socket: { path: url.slice('unix:'.length), tls: false } } : { url },
  );
  client.on('error', (err: unknown) => log.warn({ err }, 'Redis does not answer the bot.'));
  await client.connect();
  const parsed = (text: string): unknown => JSON.parse(text);
  return {
    get: async (kind, key) => {
      const text = await client.hGet(keyOf(kind), key);
      return text === null || text === undefined ? undefined : parsed(text);
    },
    all: async (kind: Kind) =>
      Object.entries(await client.hGetAll(keyOf(kind)))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, text]) => [key, parsed(text)] as const),
    write: async (changes) => {
      const group = client.multi();
      for (const { kind, key, value } of changes)
        if (value === null) group.hDel(keyOf(kind), key);
        else group.hSet(keyOf(kind), key, JSON.stringify(value));
      if (changes.length > 0) await group.exec();
    },
    once: async (name, forMs) =>
      (await client.set(keyOf(`once:${name}`), '1', { condition: 'NX', expiration: { type: 'PX', value: forMs } })) ===
      'OK',
    knows: async (name) => (await client.exists(keyOf(`once:${name}`))) === 1,
    close: async () => {
      await client.close();
    },
  };
}
