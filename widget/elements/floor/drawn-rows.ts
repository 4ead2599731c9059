/** What of the list is seen: the place of the first row, and how many fit at most. */
export interface Seen {
  readonly first: number;
  readonly length: number;
}

/** So many rows beyond each edge of what is seen are drawn, so that scrolling has something to show. */
const BEYOND = 6;

/** The indexes of the rows that are drawn, in order: those that are seen and, where it is whole, a few more; always the kept one. */
export function drawnRows(length: number, offset: number, seen: Seen, kept: number, isWhole = true): readonly number[] {
  const beyond = isWhole ? BEYOND : 0;
  const from = Math.min(Math.max(0, seen.first - offset - beyond), Math.max(0, length - seen.length - beyond));
  const to = Math.min(length, Math.max(seen.first - offset, from) + seen.length + beyond);
  const drawn = Array.from({ length: to - from }, (_, index) => from + index);
  // The row that has the focus, or would get it, stays where it is however far the list is scrolled.
  if (kept >= to && kept < length) return [...drawn, kept];
  return kept >= 0 && kept < from ? [kept, ...drawn] : drawn;
}

/** Whether what is seen now may lie beyond what was drawn for what was seen before. */
export const isBeyond = (before: Seen, now: Seen): boolean => Math.abs(now.first - before.first) >= BEYOND / 2;
