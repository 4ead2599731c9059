/**
 * What is under way, each by its key, put in and taken out all the time. No `Map`: the tables that a busy one outgrows stay
 * linked to those that follow, so that V8 takes everything that was ever in them for alive until it collects the whole heap.
 */
export class UnderWay<Value extends object> {
  readonly #all = Object.create(null) as Record<string, Value>;

  get(key: string): Value | undefined {
    return this.#all[key];
  }

  set(key: string, value: Value): void {
    this.#all[key] = value;
  }

  /** Whether there was one. */
  delete(key: string): boolean {
    if (this.#all[key] === undefined) return false;
    delete this.#all[key];
    return true;
  }
}
