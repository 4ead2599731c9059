export interface Memoised<T> {
  readonly of: (id: string) => Promise<T>;
  /** What is ready already. */
  readonly known: (id: string) => T | undefined;
  readonly all: () => readonly T[];
  /** Ends what was neither asked for nor in use for a minute; it is made anew when it is next asked for. */
  readonly dropIdle: (isInUse: (made: T) => boolean, end: (made: T) => void) => void;
}

const IDLE_MS = 60_000;

/** Makes one of something for each id, once; what failed is made again when it is next asked for. */
export function memoised<T>(make: (id: string) => Promise<T>, now: () => number = Date.now): Memoised<T> {
  const usedAt = new Map<string, number>();
  const making = new Map<string, Promise<T>>();
  const ready = new Map<string, T>();
  const start = async (id: string): Promise<T> => {
    try {
      const made = await make(id);
      ready.set(id, made);
      return made;
    } catch (cause) {
      making.delete(id);
      throw cause;
    }
  };
  return {
    of: (id) => {
      usedAt.set(id, now());
      const known = making.get(id) ?? start(id);
      making.set(id, known);
      return known;
    },
    known: (id) => ready.get(id),
    all: () => [...ready.values()],
    dropIdle: (isInUse, end) => {
      for (const [id, made] of ready) {
        if (isInUse(made)) usedAt.set(id, now());
        if (now() - (usedAt.get(id) ?? 0) <= IDLE_MS) continue;
        for (const map of [ready, making, usedAt]) map.delete(id);
        end(made);
      }
    },
  };
}
