import type { Due, Family } from '../store.ts';
import type { RedisKeys } from './keys.ts';
import { cut } from './snapshot.ts';
import type { Topology } from './topology.ts';

/** What is due over all tenants: each keeps its own times, so that a tenant stays in one slot. */
export async function readDue(
  redis: Topology,
  keys: RedisKeys,
  tenants: readonly string[],
  now: number,
  limit: number,
) {
  const lists = await Promise.all(
    tenants.map(async (tenant) => {
      const { due } = keys.ofTenant(tenant);
      return dueOf(tenant, (await redis.send(due, ['ZRANGE', due, '0', String(limit), 'WITHSCORES'])) as string[]);
    }),
  );
  const soonest = lists.flat().toSorted((a, b) => a.at - b.at);
  const due = soonest.slice(0, limit).filter(({ at }) => at <= now);
  return { due, nextAt: soonest[due.length]?.at ?? null };
}

function dueOf(tenant: string, flat: readonly string[]): Due[] {
  return flat.flatMap((field, i) => {
    if (i % 2 === 1) return [];
    const [family, id] = cut(field);
    return [{ tenant, family: family as Family, id, at: Number(flat[i + 1]) }];
  });
}
