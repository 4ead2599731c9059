/** How long one turn of the event loop may go on evaluating rows; customers and commands come in between. */
const SLICE_MS = 4;

/** Work that may wait for a few turns, done in the order in which it came, a slice at a time. */
export class Turns {
  #waiting: (() => void)[] = [];
  #scheduled = false;

  /** Does it in this turn's check phase, or as soon after as the work before it allows. */
  add(work: () => void): void {
    this.#waiting.push(work);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#run());
  }

  #run(): void {
    this.#scheduled = false;
    const until = performance.now() + SLICE_MS;
    const waiting = this.#waiting;
    let done = 0;
    try {
      while (done < waiting.length && (done === 0 || performance.now() < until)) waiting[done++]?.();
    } finally {
      this.#waiting = this.#waiting.slice(done);
      if (this.#waiting.length > 0) this.#schedule();
    }
  }
}
