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
      const upTo = async (last: number): Promise<readonly Due[]> =>
        dueOf(tenant, (await redis.send(due, ['ZRANGE', due, '0', String(last), 'WITHSCORES'])) as string[]);
      // Most tenants have nothing due: their soonest time is all that is wanted of them.
      const soonest = await upTo(0);
      return (soonest[0]?.at ?? Infinity) > now ? soonest : upTo(limit);
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
