import { UnderWay } from '../under-way.ts';

/** Runs tasks of one key one after another and tasks of different keys side by side. */
export class KeyedLock {
  readonly #tails = new UnderWay<Promise<void>>();

  /** Runs `task` once every earlier task of this key has settled; answers what it answers. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key);
    const { promise: tail, resolve: release } = Promise.withResolvers<void>();
    this.#tails.set(key, tail);
    if (before) await before;
    try {
      return await task();
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
      release();
    }
  }
}
