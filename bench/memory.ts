// What a live conversation of twenty messages takes: bytes in Redis by kind of key, and heap in each server that follows
// its tenant. `npm run bench:memory -- [--conversations 2000]`
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isRefusal, type Actor } from '@floorwalk/core';
import { systemClock } from '../server/clock.ts';
import { demoDirectory } from '../server/demo/seed.ts';
import { createEngine } from '../server/engine/create-engine.ts';
import type { Engine, Request } from '../server/engine/engine.ts';
import { openRedisStore } from '../server/store/redis/index.ts';
import type { Store } from '../server/store/store.ts';
import { startRedis, type OwnRedis } from '../test/support/redis.ts';

const MESSAGES = 20;
const AT_ONCE = 50;
const TENANT = 'bench';
const TEXT = 'My parcel should have come on Tuesday and I need it today; the number on the label says it is in Leeds.';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const system: Actor = { kind: 'system' };
const integration: Actor = { kind: 'integration', id: 'bench', rights: ['open', 'say'] };

const { values } = parseArgs({ options: { conversations: { type: 'string', default: '2000' } } });
const count = Number(values.conversations);
const redis = await startRedis({ appendOnly: true, args: ['--appendfsync', 'everysec'] });
try {
  await main(redis);
} finally {
  await redis.close();
}

async function main(own: OwnRedis): Promise<void> {
  const store = await openRedisStore({ url: own.url, onError: fail });
  const empty = await usedMemory(own);
  await fill(store);
  const full = await usedMemory(own);
  print(`${count} live conversations of ${MESSAGES} messages of ${TEXT.length} letters, Node ${process.version}`);
  print(`Redis: ${perConversation(full - empty)} a conversation in all`);
  for (const [kind, bytes] of await byKind(own)) print(`  ${kind.padEnd(10)} ${perConversation(bytes)}`);
  print(
    '  “answers” go after two times FLOORWALK_KEEP_ANSWERS_MINUTES; “floor” is bounded by FLOORWALK_KEEP_FLOOR_ENTRIES.',
  );
  const before = heap();
  const reader = engineOn(store);
  await reader.tenant(TENANT);
  print(`A server that follows the tenant: ${perConversation(heap() - before)} of heap a conversation`);
  await reader.close();
  await store.close();
}

function engineOn(store: Store): Engine {
  return createEngine({ store, clock: systemClock(), analyse: () => Promise.resolve(null), log: { error: fail } });
}

/** Opens them and says everything in them, message by message, each with its own commit. */
async function fill(store: Store): Promise<void> {
  const engine = engineOn(store);
  const tenant = await engine.tenant(TENANT);
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
}

async function usedMemory(own: OwnRedis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(String(await own.command('INFO', 'memory')))?.[1]);
}

/** The memory of all keys, by the word that says what they hold. */
async function byKind(own: OwnRedis): Promise<readonly (readonly [string, number])[]> {
  const kinds = new Map<string, number>();
  for (const key of (await own.command('KEYS', 'floorwalk:{*')) as string[]) {
    const kind = key.split('}:')[1]?.split(':')[0] ?? key;
    const bytes = Number(await own.command('MEMORY', 'USAGE', key, 'SAMPLES', '0'));
    kinds.set(kind, (kinds.get(kind) ?? 0) + bytes);
  }
  return [...kinds].toSorted(([, a], [, b]) => b - a).filter(([, bytes]) => bytes / count >= 1);
}

function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

function perConversation(bytes: number): string {
  return `${Math.round(bytes / count).toLocaleString('en')} bytes`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(cause: unknown): never {
  throw cause instanceof Error ? cause : new Error(JSON.stringify(cause));
}
