interface Timer {
  readonly run: () => void;
  readonly due: number;
  readonly every: number | undefined;
}

/** Time that passes only when a test says so; `restore` gives the page its own back. */
export interface FakeClock {
  /** Lets this many milliseconds pass, with every timer that falls due on the way and what it promised. */
  pass(ms: number): Promise<void>;
  now(): number;
  restore(): void;
}

/** Lets promises that are already kept come through. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** Takes over the page's timers and `Date.now`. */
export function fakeClock(start = 1_750_000_000_000): FakeClock {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    now: Date.now,
  };
  const timers = new Map<number, Timer>();
  let now = start;
  let made = 1_000_000;
  const add = (run: () => void, ms: number, every?: number): number => {
    timers.set(++made, { run, due: now + ms, every });
    return made;
  };
  const remove = (id: number | undefined): void => void timers.delete(id ?? 0);
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms = 0) => add(run, ms),
    setInterval: (run: () => void, ms = 0) => add(run, ms, Math.max(1, ms)),
    clearTimeout: remove,
    clearInterval: remove,
  });
  Date.now = () => now;
  const next = (until: number): readonly [number, Timer] | undefined =>
    [...timers].filter(([, { due }]) => due <= until).toSorted(([, a], [, b]) => a.due - b.due)[0];
  return {
    now: () => now,
    async pass(ms) {
      const until = now + ms;
      await settled();
      for (let found = next(until); found; found = next(until)) {
        const [id, timer] = found;
        now = timer.due;
        if (timer.every === undefined) timers.delete(id);
        else timers.set(id, { ...timer, due: now + timer.every });
        timer.run();
        await settled();
      }
      now = until;
    },
    restore() {
      const { now: realNow, ...functions } = real;
      Object.assign(globalThis, functions);
      Date.now = realNow;
    },
  };
}
