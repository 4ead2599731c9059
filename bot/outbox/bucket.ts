/** A token bucket: `size` at once, then one each `everyMs`. */
export class Bucket {
  readonly #size: number;
  readonly #everyMs: number;
  #left: number;
  #at: number;

  constructor(size: number, everyMs: number, now: number) {
    this.#size = size;
    this.#everyMs = everyMs;
    this.#left = size;
    this.#at = now;
  }

  /** Takes a token, or says in how many milliseconds there is one. */
  take(now: number): number {
    const gained = Math.floor((now - this.#at) / this.#everyMs);
    if (gained > 0) {
      this.#left = Math.min(this.#size, this.#left + gained);
      this.#at = this.#left === this.#size ? now : this.#at + gained * this.#everyMs;
    }
    if (this.#left === 0) return this.#at + this.#everyMs - now;
    if (this.#left === this.#size) this.#at = now;
    this.#left -= 1;
    return 0;
  }
}

/**
 * Within what Teams documents for one conversation (7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour), with room for
 * the cards that answer clicks.
 */
export const conversationBucket = (now: number): Bucket => new Bucket(5, 2_200, now);

/** Within 50 a second for one app in one tenant. */
export const tenantBucket = (now: number): Bucket => new Bucket(30, 30, now);
