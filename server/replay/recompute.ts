import type { Contact } from './contacts.ts';

/** What the floor must show at one instant. */
export interface Picture {
  /** Seconds since midnight. */
  readonly at: number;
  readonly open: number;
  readonly active: number;
  /** Abandoned since the day began. */
  readonly abandoned: number;
  /** The longest that any open contact has been waiting, in seconds; 0 where nothing is open. */
  readonly longestWait: number;
}

/** Recomputed from the contacts alone, by counting: what is so at the end of the second `at`. Knows nothing of Floorwalk. */
export function pictureAt(contacts: readonly Contact[], at: number): Picture {
  let open = 0;
  let active = 0;
  let abandoned = 0;
  let longestWait = 0;
  for (const { openedAt, servedAt, overAt } of contacts) {
    if (openedAt > at) continue;
    const leftQueueAt = servedAt ?? overAt;
    if (at < leftQueueAt) {
      open += 1;
      longestWait = Math.max(longestWait, at - openedAt);
    } else if (servedAt === null) abandoned += 1;
    else if (at < overAt) active += 1;
  }
  return { at, open, active, abandoned, longestWait };
}

/** One picture a minute, from the first full minute of the day to the one after the last contact is over. */
export function* minutesOf(contacts: readonly Contact[]): Generator<number> {
  const first = Math.min(...contacts.map((c) => c.openedAt));
  const last = Math.max(...contacts.map((c) => c.overAt));
  for (let at = Math.ceil(first / 60) * 60; at <= last + 60; at += 60) yield at;
}
