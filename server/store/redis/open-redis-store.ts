import { ErrorReply } from 'redis';
import { withoutSecrets } from './address.ts';
import { explainFailure } from './explain-failure.ts';
import { inspectServers, serverRefusal, storeWorth } from './inspect-server.ts';
import { redisKeys } from './keys.ts';
import type { RedisOptions } from './redis-options.ts';
import { RedisStore } from './redis-store.ts';
import { topologyOf } from './topology-of.ts';
import type { Topology } from './topology.ts';
import type { Store } from '../store.ts';

/** The layout of keys that this release writes. */
const SCHEMA = 1;
const PREFIX = 'floorwalk';
const PATIENCE_MS = 10_000;

/** Opens the store that many servers share. Rejects with a sentence for the operator. */
export async function openRedisStore(options: RedisOptions): Promise<Store> {
  const keys = redisKeys(options.prefix ?? PREFIX);
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  const open: { store?: RedisStore; isTroubled: boolean } = { isTroubled: false };
  let redis: Topology | undefined;
  try {
    redis = topologyOf(options.url, {
      patienceMs,
      silentForMs: options.silentForMs,
      onError: (cause) => {
        open.isTroubled = true;
        options.onError(cause);
      },
      onReady: (isHeld) => {
        open.store?.recheck(isHeld);
        if (open.isTroubled && open.store) options.onBack?.();
        open.isTroubled = false;
      },
    });
    await redis.open();
    const facts = await inspectServers(redis);
    const refusal =
      facts.map(serverRefusal).find((why) => why !== undefined) ?? (await schemaRefusal(redis, keys.schema));
    if (refusal !== undefined) throw new Error(refusal);
    open.store = new RedisStore({ redis, keys, worth: storeWorth(facts), options });
    return open.store;
  } catch (cause) {
    redis?.close();
    const why = cause instanceof ErrorReply ? explainFailure(cause).why : String((cause as Error).message);
    throw new Error(
      `Cannot open the store in Redis at ${withoutSecrets(options.url)}: ${why.replace(/(?<![.?])$/u, '.')}`,
      { cause },
    );
  }
}

async function schemaRefusal(redis: Topology, key: string): Promise<string | undefined> {
  await redis.send(key, ['SET', key, String(SCHEMA), 'NX']);
  const stored = Number(await redis.send(key, ['GET', key]));
  if (stored === SCHEMA) return undefined;
  return (
    `it was written by a newer release (schema ${stored}, this one knows ${SCHEMA}): ` +
    'start that release again, or restore a backup made before the upgrade'
  );
}
