import { Connection } from './connection.ts';
import { inspectServer, serverRefusal, serverWorth } from './inspect-server.ts';
import { redisKeys } from './keys.ts';
import { RedisStore } from './redis-store.ts';
import type { Store } from '../store.ts';

/** The layout of keys that this release writes. */
const SCHEMA = 1;
const PREFIX = 'floorwalk';
const PATIENCE_MS = 10_000;

export interface RedisOptions {
  /** A Redis URL (`redis:`, `rediss:`), or `unix:/path/to/socket`. */
  readonly url: string;
  /** What every key begins with; two installations on one Redis need two. */
  readonly prefix?: string;
  /** Told of every trouble with a connection; the store reconnects by itself. */
  readonly onError: (cause: Error) => void;
  /** Without it, Redis's own clock decides how long answers are remembered. */
  readonly clock?: () => number;
  /** How many groups of floor entries are kept at least, for readers that come back. */
  readonly keepFloor?: number;
  /** Lines of the audit older than this go, a few with each commit; without it they stay for ever. */
  readonly keepAuditMs?: number;
  /** A command's answer is kept at least this long and at most twice as long. */
  readonly rememberMs?: number;
  /** How long a call waits for a database that is away before it rejects. */
  readonly patienceMs?: number;
}

/** Opens the store that many servers share. Rejects with a sentence for the operator. */
export async function openRedisStore(options: RedisOptions): Promise<Store> {
  const keys = redisKeys(options.prefix ?? PREFIX);
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  const open: { store?: RedisStore } = {};
  const connect = () => new Connection(options.url, patienceMs, options.onError, () => open.store?.recheck());
  const commands = connect();
  const subscriptions = connect();
  try {
    await Promise.all([firstConnect(commands, patienceMs), firstConnect(subscriptions, patienceMs)]);
    const facts = await inspectServer(commands.send);
    const refusal = serverRefusal(facts) ?? (await schemaRefusal(commands, keys.schema));
    if (refusal !== undefined) throw new Error(refusal);
    open.store = new RedisStore({ commands, subscriptions, keys, worth: serverWorth(facts), options });
    return open.store;
  } catch (cause) {
    commands.close();
    subscriptions.close();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot open the store in Redis at ${withoutSecrets(options.url)}: ${why}.`, { cause });
  }
}

async function firstConnect({ client }: Connection, patienceMs: number): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('it does not answer: is it running there?')), patienceMs);
  try {
    await Promise.race([client.connect(), promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function schemaRefusal({ send }: Connection, key: string): Promise<string | undefined> {
  await send(['SET', key, String(SCHEMA), 'NX']);
  const stored = Number(await send(['GET', key]));
  if (stored === SCHEMA) return undefined;
  return (
    `it was written by a newer release (schema ${stored}, this one knows ${SCHEMA}): ` +
    'start that release again, or restore a backup made before the upgrade'
  );
}

function withoutSecrets(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
