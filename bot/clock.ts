/** The time of this process and what happens later. Tests step it. */
export interface Clock {
  now(): number;
  /** Calls once after that many milliseconds, unless cancelled. */
  after(ms: number, call: () => void): () => void;
}

/** The machine's. Nothing that waits keeps the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  after: (ms, call) => {
    const timer = setTimeout(call, Math.min(ms, 2 ** 31 - 1));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
