import { isRefusal, type Actor } from '@floorwalk/core';
import { DEMO_TENANT } from '../../server/auth/demo-issuer.ts';
import { systemClock } from '../../server/clock.ts';
import { demoDirectory } from '../../server/demo/seed.ts';
import { createEngine } from '../../server/engine/create-engine.ts';
import type { Request } from '../../server/engine/engine.ts';
import { openRedisStore } from '../../server/store/redis/index.ts';
import { startRedis, type OwnRedis } from '../../test/support/redis.ts';
import { row, type RowGroup } from '../row.ts';
import { startSite } from '../support/floorwalk.ts';

const MESSAGES = 20;
const AT_ONCE = 50;
const TEXT = 'My parcel should have come on Tuesday and I need it today; the number on the label says it is in Leeds.';

const system: Actor = { kind: 'system' };
const integration: Actor = { kind: 'integration', id: 'bench', rights: ['open', 'say'] };

/** What a live conversation of twenty messages takes: bytes in Redis by kind of key, and heap in each server that follows its tenant. */
export const memory: RowGroup = {
  name: 'memory',
  measure: async ({ short }) => {
    const count = short ? 50 : 2_000;
    const redis = await startRedis({ args: ['--appendonly', 'yes', '--appendfsync', 'everysec'] });
    try {
      const empty = await heapOn(redis);
      await fill(redis, 0);
      const before = await usedMemory(redis);
      await fill(redis, count);
      const bytes = ((await usedMemory(redis)) - before) / count;
      const kinds = await byKind(redis, count);
      const heap = ((await heapOn(redis)) - empty) / count;
      const held = kinds.map(([kind, each]) => `${kind} ${Math.round(each)}`).join(', ');
      return [
        row(
          `memory a live conversation in a server`,
          heap / 1_024,
          null,
          'kB',
          'less',
          'its state on the floor, and its places in the indexes of who looks',
        ),
        row(
          `Redis a conversation of ${MESSAGES} messages`,
          bytes / 1_024,
          null,
          'kB',
          'less',
          `bytes of ${held}; answers go after twice FLOORWALK_KEEP_ANSWERS_MINUTES, floor is bounded by FLOORWALK_KEEP_FLOOR_ENTRIES`,
        ),
      ];
    } finally {
      await redis.close();
    }
  },
};

/** Heap of a server that follows the tenant as it is in this Redis. */
async function heapOn(redis: OwnRedis): Promise<number> {
  const site = await startSite({ REDIS_URL: redis.url }, { probed: true });
  try {
    await site.client.get('/v1/floor', 'supervisor ines');
    await site.process.ask('collect');
    return await site.process.ask('collect');
  } finally {
    await site.stop();
  }
}

/** Opens so many and says everything in them, message by message, each with its own commit. */
async function fill(redis: OwnRedis, count: number): Promise<void> {
  const store = await openRedisStore({ url: redis.url, onError: fail });
  const engine = createEngine({
    store,
    clock: systemClock(),
    analyse: () => Promise.resolve(null),
    log: { error: fail },
  });
  const tenant = await engine.tenant(DEMO_TENANT);
  const run = async (actor: Actor, request: Request): Promise<void> => {
    const done = await tenant.run(actor, request);
    if (isRefusal(done)) throw new Error(`${done.refusal}: ${done.detail}`);
  };
  for (const entry of demoDirectory('external')) await run(system, { of: 'directory', entry });
  const ids = Array.from({ length: count }, (_, i) => `conversation-${i}`);
  while (ids.length > 0)
    await Promise.all(
      ids.splice(0, AT_ONCE).map(async (id) => {
        const customer = { name: `Customer ${id}`, id: `customer-${id}` };
        const open = { type: 'Open', workstream: 'live-chat', customer, subject: 'A parcel' } as const;
        await run(integration, { of: 'conversation', id, command: open });
        for (let i = 0; i < MESSAGES; i++) {
          const say = { type: 'Say', plane: 'public', id: `message-${i}`, text: TEXT } as const;
          await run({ kind: 'customer', conversation: id }, { of: 'conversation', id, command: say });
        }
      }),
    );
  await engine.close();
  await store.close();
}

async function usedMemory(redis: OwnRedis): Promise<number> {
  return Number(/used_memory:(\d+)/u.exec(String(await redis.command('INFO', 'memory')))?.[1]);
}

/** The memory of all keys a conversation, by the word that says what they hold; the largest first. */
async function byKind(redis: OwnRedis, count: number): Promise<readonly (readonly [string, number])[]> {
  const kinds = new Map<string, number>();
  for (const key of (await redis.command('KEYS', 'floorwalk:{*')) as string[]) {
    const kind = key.split('}:')[1]?.split(':')[0] ?? key;
    const bytes = Number(await redis.command('MEMORY', 'USAGE', key, 'SAMPLES', '0'));
    kinds.set(kind, (kinds.get(kind) ?? 0) + bytes / count);
  }
  return [...kinds].toSorted(([, a], [, b]) => b - a).filter(([, bytes]) => bytes >= 10);
}

function fail(cause: unknown): never {
  if (cause instanceof Error) throw cause;
  const { err } = cause as { readonly err?: unknown };
  throw new Error('The engine reported an error', { cause: err });
}
