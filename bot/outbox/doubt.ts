import type { Item } from './item.ts';

/** Lines of which nobody knows whether they were shown. */
export interface Doubt {
  readonly count: number;
  readonly lines: readonly string[];
  /** The ids of the entries among them. */
  readonly entries: readonly string[];
}

/** Everything was shown, as far as anybody knows. */
export const noDoubt: Doubt = { count: 0, lines: [], entries: [] };

/** The most doubtful lines that are kept for one conversation; the count goes on. */
const DOUBTS_KEPT = 20;
const ENTRIES_KEPT = 200;

/** With these in doubt too. A card that is edited in place, and what goes to a customer, is no line. */
export function doubtAfter(before: Doubt, items: readonly Item[]): Doubt {
  const lines = items.flatMap(({ what }) =>
    what.is === 'line' ? [what.text] : what.is === 'card' || what.is === 'threaded' ? [what.summary] : [],
  );
  if (lines.length === 0) return before;
  const entries = items.flatMap(({ what }) => (what.is === 'line' && what.entry !== undefined ? [what.entry] : []));
  return {
    count: before.count + lines.length,
    lines: [...before.lines, ...lines].slice(-DOUBTS_KEPT),
    entries: [...before.entries, ...entries].slice(-ENTRIES_KEPT),
  };
}
