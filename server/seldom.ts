const EVERY_MS = 10_000;
/** How many different troubles are told apart. */
const MOST = 100;

/**
 * Tells a trouble at once, and again at most every ten seconds while it goes on, with how many there were since: a store
 * that is away for a minute is a few lines of the log and not one for each of a thousand connections.
 */
export function seldom<More extends unknown[]>(
  tell: (times: number, error: unknown, ...more: More) => void,
  now: () => number = () => performance.now(),
): (error: unknown, ...more: More) => void {
  const told = new Map<string, { readonly until: number; untold: number }>();
  return (error, ...more) => {
    const what = error instanceof Error ? error.message : String(error);
    const before = told.get(what);
    if (before && now() < before.until) {
      before.untold += 1;
      return;
    }
    if (told.size >= MOST) told.clear();
    told.set(what, { until: now() + EVERY_MS, untold: 0 });
    tell((before?.untold ?? 0) + 1, error, ...more);
  };
}
