import type { FloorPage, FloorwalkClient } from './floorwalk-client.ts';
import { SUPERVISOR } from './prepare.ts';
import type { Picture } from './recompute.ts';

interface AuditPage {
  readonly items: readonly {
    readonly offset: number;
    readonly what: string;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
}

/** Reads pictures of the floor off the public interface, as a supervisor and an administrator see them. */
export function observeFloor(
  client: FloorwalkClient,
  queues: readonly string[],
  now: () => number,
): (at: number) => Promise<Picture> {
  let abandoned = 0;
  let since = 0;
  const filter = queues.map((queue) => `queue=${queue}`).join('&');

  async function countAbandoned(): Promise<void> {
    for (;;) {
      const { items } = await client.get<AuditPage>(`/v1/audit?since=${since}&limit=1000`, 'administrator ada');
      for (const { what, details, offset } of items) {
        if (what === 'ConversationClosed' && details['outcome'] === 'endedByCustomer') abandoned += 1;
        since = offset;
      }
      if (items.length === 0) return;
    }
  }

  return async (at) => {
    await countAbandoned();
    const page = await client.get<FloorPage>(`/v1/floor?${filter}&view=open&sort=-wait&limit=1`, SUPERVISOR);
    const since = page.items[0]?.waitSince;
    const longestWait = since == null ? 0 : Math.round((now() - since) / 1_000);
    return { at, open: page.counts['open'] ?? 0, active: page.counts['active'] ?? 0, abandoned, longestWait };
  };
}
