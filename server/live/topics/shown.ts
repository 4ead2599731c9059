import type { Detail } from '@floorwalk/core/protocol';

/** Everything of a conversation besides its text, as one kind of reader sees it. */
export interface Shown {
  readonly detail: Detail;
  readonly json: string;
}

/** The fields that are not as they were; undefined where all are. */
export function changesOf(before: Shown, now: Shown): Partial<Detail> | undefined {
  if (before.json === now.json) return undefined;
  const was: Readonly<Record<string, unknown>> = before.detail;
  const changed = Object.entries(now.detail).filter(([field, value]) => !isSame(value, was[field]));
  return Object.fromEntries(changed);
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
