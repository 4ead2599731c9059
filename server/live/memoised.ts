export interface Memoised<T> {
  readonly of: (id: string) => Promise<T>;
  /** What is ready already. */
  readonly known: (id: string) => T | undefined;
  readonly all: () => readonly T[];
}

/** Makes one of something for each id, once; what failed is made again when it is next asked for. */
export function memoised<T>(make: (id: string) => Promise<T>): Memoised<T> {
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
      const known = making.get(id) ?? start(id);
      making.set(id, known);
      return known;
    },
    known: (id) => ready.get(id),
    all: () => [...ready.values()],
  };
}
