interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** The page's timers and clock in the hands of a test: nothing is due before `step`. */
export const steppedTime = (start = 1_800_000_000_000) => {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
  const timers = new Map<number, Timer>();
  let now = start;
  let made = 0;
  globalThis.setTimeout = ((run: () => void, ms = 0) => {
    timers.set(++made, { at: now + ms, run });
    return made;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((id?: number) => void timers.delete(id ?? 0)) as typeof clearTimeout;
  Date.now = () => now;
  return {
    /** Moves the clock on and runs what becomes due, in order. */
    async step(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        const [id, { at, run }] = due;
        timers.delete(id);
        now = Math.max(now, at);
        run();
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      }
      now = end;
    },
    restore(): void {
      globalThis.setTimeout = real.setTimeout;
      globalThis.clearTimeout = real.clearTimeout;
      Date.now = real.now;
    },
  };
};
