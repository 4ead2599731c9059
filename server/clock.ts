import type { Clock } from './engine/engine.ts';

/** A clock that tests and sandboxes move by hand. */
export interface SteppedClock extends Clock {
  /** Moves time forward and makes every call that falls due, in order, each at its own instant. */
  step(ms: number): void;
}

/** `setTimeout` cannot wait longer than this. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/** The machine's time; with a factor, time that began with this process and runs that much faster (X1). */
export function systemClock({ factor = 1 }: { readonly factor?: number } = {}): Clock {
  const start = Date.now();
  const now = (): number => (factor === 1 ? Date.now() : Math.floor(start + (Date.now() - start) * factor));
  return {
    now,
    at: (at, call) => callIn((at - now()) / factor, call),
  };
}

/** Milliseconds since the process began, for waits and ages: whoever sets the machine's time moves it neither way. */
export function steadyClock(): Clock {
  const now = (): number => performance.now();
  return { now, at: (at, call) => callIn(at - now(), call) };
}

/** Calls once so many milliseconds have passed, however far the machine's time is set meanwhile; the result cancels. */
function callIn(ms: number, call: () => void): () => void {
  const until = performance.now() + ms;
  let timer: NodeJS.Timeout | undefined;
  // Never from inside the caller: what it returns must be able to cancel.
  const wait = (): void => {
    const left = Math.ceil(until - performance.now());
    timer = setTimeout(left > LONGEST_TIMEOUT_MS ? wait : call, Math.min(Math.max(0, left), LONGEST_TIMEOUT_MS));
  };
  wait();
  return () => clearTimeout(timer);
}

/** A clock that stands still at `start` until it is stepped. Calls due already are made by the next step. */
export function steppedClock(start: number): SteppedClock {
  let time = start;
  let made = 0;
  const waiting = new Map<number, { readonly at: number; readonly call: () => void }>();
  const nextDue = (until: number): number | undefined => {
    let next: number | undefined;
    for (const [id, { at }] of waiting) {
      if (at <= until && (next === undefined || at < (waiting.get(next)?.at ?? Infinity))) next = id;
    }
    return next;
  };
  return {
    now: () => time,
    at: (at, call) => {
      const id = made++;
      waiting.set(id, { at, call });
      return () => void waiting.delete(id);
    },
    step: (ms) => {
      const until = time + ms;
      for (let id = nextDue(until); id !== undefined; id = nextDue(until)) {
        const due = waiting.get(id);
        waiting.delete(id);
        time = Math.max(time, due?.at ?? time);
        due?.call();
      }
      time = until;
    },
  };
}
