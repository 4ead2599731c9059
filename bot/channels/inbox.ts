import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import { Bucket } from '../outbox/bucket.ts';
import type { BotStore } from '../store/store.ts';
import { place } from '../transport/activity.ts';

const heard = v.object({
  key: v.string(),
  /** The channel and its own conversation. */
  from: v.string(),
  /** Where the customer is answered. */
  place,
  locale: v.nullable(v.string()),
  name: v.string(),
  /** An id that the channel vouches for. */
  person: v.nullable(v.string()),
  at: v.number(),
  what: v.variant('is', [
    v.object({ is: v.literal('text'), id: v.string(), text: v.string() }),
    v.object({ is: v.literal('end'), id: v.string() }),
  ]),
});

/** Something that a customer did, until the server has it. */
export type Heard = v.InferOutput<typeof heard>;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** What one customer may say at once and then each second, as at the server: whoever floods keeps nobody else waiting. */
const BURST = 30;
const EVERY_MS = 200;

export interface InboxDeps {
  readonly store: BotStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Passes one on; false: the server did not take it now. */
  readonly pass: (heard: Heard) => Promise<boolean>;
}

/**
 * What customers did, stored before the channel is answered and kept until the server has it: one after another for each
 * conversation, and as often as it takes, since every act has an id by which a repeat does nothing (P4).
 */
export class Inbox {
  readonly #deps: InboxDeps;
  readonly #waiting = new Map<string, Heard[]>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #pauses = new Set<() => void>();
  #isClosed = false;
  #made = 0;

  constructor(deps: InboxDeps) {
    this.#deps = deps;
  }

  /** Takes up what an earlier process had not passed on. */
  async open(): Promise<void> {
    for (const [, value] of await this.#deps.store.all('inbox')) this.#add(v.parse(heard, value));
  }

  /** Resolves once it is stored. */
  async put(all: readonly Omit<Heard, 'key'>[]): Promise<void> {
    const items = all.map((one): Heard => ({ ...one, key: this.#key(one.at) }));
    await this.#deps.store.write(items.map((one) => ({ kind: 'inbox', key: one.key, value: one })));
    for (const one of items) this.#add(one);
  }

  /** Passes nothing more on; resolves when what is under way has its result. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const end of this.#pauses) end();
    await Promise.all(this.#running.values());
  }

  #add(one: Heard): void {
    const { from } = one;
    this.#waiting.set(from, [...(this.#waiting.get(from) ?? []), one]);
    if (!this.#running.has(from)) this.#running.set(from, this.#run(from));
  }

  async #run(from: string): Promise<void> {
    const { clock } = this.#deps;
    const pace = new Bucket(BURST, EVERY_MS, clock.now());
    for (let tries = 0; !this.#isClosed;) {
      const [first, ...rest] = this.#waiting.get(from) ?? [];
      if (!first) break;
      const wait = pace.take(clock.now());
      if (wait > 0) await this.#pause(wait);
      else if (await this.#passed(first)) {
        tries = 0;
        this.#waiting.set(from, (this.#waiting.get(from) ?? rest).slice(1));
      } else {
        await this.#pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 10)));
        tries += 1;
      }
    }
    this.#waiting.delete(from);
    this.#running.delete(from);
  }

  async #passed(one: Heard): Promise<boolean> {
    const { pass, store, log } = this.#deps;
    try {
      if (!(await pass(one))) return false;
      await store.write([{ kind: 'inbox', key: one.key, value: null }]);
      return true;
    } catch (err) {
      log.error({ err }, 'What a customer said could not be passed on.');
      return false;
    }
  }

  #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#deps.clock.after(ms, resolve);
    this.#pauses.add(resolve);
    return promise.finally(() => {
      cancel();
      this.#pauses.delete(resolve);
    });
  }

  /** Sorts as heard, across restarts. */
  #key(at: number): string {
    return `${String(at).padStart(15, '0')}-${String(++this.#made).padStart(9, '0')}-${randomUUID().slice(0, 8)}`;
  }
}
