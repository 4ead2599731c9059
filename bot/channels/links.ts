import * as v from 'valibot';
import type { BotStore, Change } from '../store/store.ts';
import { place } from '../transport/activity.ts';

const link = v.object({
  /** The channel and its own conversation. */
  key: v.string(),
  /** The server's. */
  conversation: v.string(),
  place,
  locale: v.nullable(v.string()),
  /** Newest public offset that was put into the outbox. */
  upTo: v.number(),
  /** When the customer wrote last. */
  at: v.number(),
});

/** One customer's conversation on a channel, and the one that it is at the server. */
export type CustomerLink = v.InferOutput<typeof link>;

/** Who has not written for so long begins anew. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

/** Every customer who has written over a channel; kept in memory and stored with every change. */
export class CustomerLinks {
  readonly #store: BotStore;
  readonly #byKey = new Map<string, CustomerLink>();
  readonly #byConversation = new Map<string, CustomerLink>();

  constructor(store: BotStore) {
    this.#store = store;
  }

  /** Takes up what is stored, and forgets who has long not written. */
  async open(now: number): Promise<void> {
    for (const [, value] of await this.#store.all('customer')) this.#put(v.parse(link, value));
    await this.prune(now);
  }

  /** Forgets who has long not written. */
  async prune(now: number): Promise<void> {
    const old = this.all().filter(({ at }) => now - at >= KEPT_MS);
    for (const { key, conversation } of old) {
      this.#byKey.delete(key);
      this.#byConversation.delete(conversation);
    }
    if (old.length > 0) await this.#store.write(old.map(({ key }) => ({ kind: 'customer', key, value: null })));
  }

  all(): readonly CustomerLink[] {
    return [...this.#byKey.values()];
  }
  of(key: string): CustomerLink | undefined {
    return this.#byKey.get(key);
  }
  ofConversation(conversation: string): CustomerLink | undefined {
    return this.#byConversation.get(conversation);
  }

  /** Changes it at once; the change that stores it is to be written with something else. */
  change(next: CustomerLink): Change {
    this.#put(next);
    return { kind: 'customer', key: next.key, value: next };
  }

  async save(next: CustomerLink): Promise<void> {
    await this.#store.write([this.change(next)]);
  }

  #put(next: CustomerLink): void {
    const before = this.#byKey.get(next.key);
    if (before && before.conversation !== next.conversation) this.#byConversation.delete(before.conversation);
    this.#byKey.set(next.key, next);
    this.#byConversation.set(next.conversation, next);
  }
}
