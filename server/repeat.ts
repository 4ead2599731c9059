import type { Clock } from './engine/engine.ts';

/** Work that is done again and again. */
export interface Repeated {
  /** Waits for the round under way, does a last one where that is asked for, and ends. */
  close(): Promise<void>;
  /** Begins nothing more and waits for nothing. */
  cancel(): void;
}

/** Does `round` every so often, never two at once; one that fails is told and tried again. */
export function repeat(
  clock: Clock,
  everyMs: number,
  round: () => Promise<void>,
  failed: (error: unknown) => void,
  { last = false } = {},
): Repeated {
  let isClosed = false;
  let cancelNext = (): void => {};
  let underWay = Promise.resolve();
  const next = (): void => {
    cancelNext = clock.at(clock.now() + everyMs, () => {
      underWay = round()
        .catch(failed)
        .finally(() => {
          if (!isClosed) next();
        });
    });
  };
  next();
  const cancel = (): void => {
    isClosed = true;
    cancelNext();
  };
  return {
    cancel,
    async close() {
      cancel();
      await underWay;
      if (last) await round().catch(failed);
    },
  };
}
