const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before the nth try, with full jitter: anywhere up to a bound that doubles (`random` from 0 up to 1). */
export const waitBefore = (attempt: number, random: () => number = Math.random): number =>
  Math.round(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10))) + 100;
