import type { Due, DuePage, Family } from '../store.ts';
import type { RedisKeys } from './keys.ts';
import { cut } from './snapshot.ts';
import type { Topology } from './topology.ts';

/**
 * What is due over all tenants: each keeps its own times, so that a tenant stays in one slot. One that cannot be read now
 * keeps no other from its times, and whoever asks asks again. Rejects where none can.
 */
export async function readDue(
  redis: Topology,
  keys: RedisKeys,
  tenants: readonly string[],
  now: number,
  limit: number,
): Promise<DuePage> {
  const lists: Due[][] = [];
  const failed: { readonly tenant: string; readonly cause: unknown }[] = [];
  await Promise.all(
    tenants.map(async (tenant) => {
      const { due } = keys.ofTenant(tenant);
      const upTo = async (last: number): Promise<Due[]> =>
        dueOf(tenant, (await redis.sendOnce(due, ['ZRANGE', due, '0', String(last), 'WITHSCORES'])) as string[]);
      try {
        // Most tenants have nothing due: their soonest time is all that is wanted of them.
        const soonest = await upTo(0);
        lists.push((soonest[0]?.at ?? Infinity) > now ? soonest : await upTo(limit));
      } catch (cause) {
        failed.push({ tenant, cause });
      }
    }),
  );
  const trouble = troubleOf(failed);
  if (trouble && lists.length === 0) throw trouble;
  const soonest = lists.flat().toSorted((a, b) => a.at - b.at);
  const due = soonest.slice(0, limit).filter(({ at }) => at <= now);
  return { due, nextAt: soonest[due.length]?.at ?? null, trouble };
}

function troubleOf([first, ...others]: readonly { readonly tenant: string; readonly cause: unknown }[]): Error | null {
  if (!first) return null;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return new Error(`What is due of ${first.tenant}${more} could not be read`, { cause: first.cause });
}

function dueOf(tenant: string, flat: readonly string[]): Due[] {
  return flat.flatMap((field, i) => {
    if (i % 2 === 1) return [];
    const [family, id] = cut(field);
    return [{ tenant, family: family as Family, id, at: Number(flat[i + 1]) }];
  });
}
