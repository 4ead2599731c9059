import type { ClientRateLimitInfo, Options, Store } from 'express-rate-limit';
import { script, type Send } from '../store/redis/script.ts';
import { UnderWay } from '../under-way.ts';

const countRequests = script(new URL('./scripts/count-requests.lua', import.meta.url), {
  keys: ['count'],
  args: ['requests', 'windowMs'],
  reply: (raw) => (raw as unknown[]).map(Number) as [total: number, left: number],
});

interface Waiting {
  readonly resolve: (counted: ClientRateLimitInfo) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Counts of requests that all servers share. A caller's requests that come while some of theirs are being counted are
 * counted together in the next round trip, each with its own place.
 */
export class SharedCounts implements Store {
  readonly prefix: string;
  readonly #sendTo: (key: string) => Send;
  /** Of callers who are being counted: the requests that wait for the next round trip. */
  readonly #waiting = new UnderWay<Waiting[]>();
  #windowMs = 60_000;

  constructor(prefix: string, sendTo: (key: string) => Send) {
    this.prefix = prefix;
    this.#sendTo = sendTo;
  }

  init({ windowMs }: Options): void {
    this.#windowMs = windowMs;
  }

  increment(caller: string): Promise<ClientRateLimitInfo> {
    const { promise, resolve, reject } = Promise.withResolvers<ClientRateLimitInfo>();
    const waiting = this.#waiting.get(caller);
    if (waiting) waiting.push({ resolve, reject });
    else {
      this.#waiting.set(caller, []);
      void this.#count(caller, [{ resolve, reject }]);
    }
    return promise;
  }

  async decrement(caller: string): Promise<void> {
    const key = this.#keyOf(caller);
    await this.#sendTo(key)(['DECR', key]);
  }

  async resetKey(caller: string): Promise<void> {
    const key = this.#keyOf(caller);
    await this.#sendTo(key)(['DEL', key]);
  }

  async #count(caller: string, together: readonly Waiting[]): Promise<void> {
    const count = this.#keyOf(caller);
    const args = { requests: together.length, windowMs: this.#windowMs };
    try {
      const [total, left] = await countRequests(this.#sendTo(count), { count }, args);
      const resetTime = new Date(Date.now() + left);
      for (const [place, { resolve }] of together.entries())
        resolve({ totalHits: total - together.length + place + 1, resetTime });
    } catch (cause) {
      for (const { reject } of together) reject(cause);
    }
    const next = this.#waiting.get(caller) ?? [];
    if (next.length === 0) this.#waiting.delete(caller);
    else {
      this.#waiting.set(caller, []);
      void this.#count(caller, next);
    }
  }

  #keyOf(caller: string): string {
    return `${this.prefix}${caller}`;
  }
}
