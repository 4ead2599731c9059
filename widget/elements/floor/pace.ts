/**
 * Runs something soon, but not more often than the eye follows: some times at once, after that at the pace given. What is
 * asked for while it waits is one run.
 */
export class Pace {
  readonly #run: () => void;
  readonly #everyMs: number;
  readonly #atOnce: number;
  #left: number;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void, everyMs: number, atOnce: number) {
    this.#run = run;
    this.#everyMs = everyMs;
    this.#atOnce = atOnce;
    this.#left = atOnce;
  }

  ask(): void {
    if (this.#timer !== undefined) return;
    const now = Date.now();
    const earned = Math.floor((now - this.#since) / this.#everyMs);
    if (earned > 0) {
      this.#left = Math.min(this.#atOnce, this.#left + earned);
      this.#since = now;
    }
    if (this.#left > 0) {
      this.#left -= 1;
      this.#run();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#since = Date.now();
      this.#run();
    }, this.#everyMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
