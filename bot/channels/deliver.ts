import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { BotStore } from '../store/store.ts';
import { entryWords } from './entry-words.ts';
import type { CustomerLink, CustomerLinks } from './links.ts';
import type { Delivery, Page, PublicClient } from './public-client.ts';
import type { Routes } from './routes.ts';

export interface DeliverDeps {
  readonly routes: Routes;
  readonly links: CustomerLinks;
  readonly client: Pick<PublicClient, 'deliveries' | 'everything'>;
  readonly outbox: Outbox;
  readonly store: BotStore;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The name under which the place in the server's feed is kept. */
const PLACE = 'outbox';
const RETRY_MS = 2_000;

/** Follows what the server has for customers of the channels and puts it into the outbox: each entry once, in order. */
export class Deliver {
  readonly #deps: DeliverDeps;
  readonly #stop = new AbortController();
  #words: Page['words'] = {};
  #work: Promise<void> = Promise.resolve();

  constructor(deps: DeliverDeps) {
    this.#deps = deps;
  }

  open(): void {
    if (this.#deps.routes.size > 0) this.#work = this.#follow();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const isFine = await this.#step().catch((err: unknown) => {
        this.#deps.log.error({ err }, 'What customers are to read could not be put into the outbox.');
        return false;
      });
      if (!isFine && !signal.aborted) await this.#pause();
    }
  }

  async #step(): Promise<boolean> {
    const { routes, client, store } = this.#deps;
    const workstreams = [...new Set([...routes.values()].map(({ workstream }) => workstream))];
    const after = (await store.get('place', PLACE)) as string | undefined;
    const page = await client.deliveries(workstreams, after ?? null, this.#stop.signal);
    if (!page.ok) return false;
    const { next, words } = page.value;
    this.#words = words;
    if (after === undefined || page.value.stale) {
      if (!(await this.#everything())) return false;
    } else await this.#take(page.value);
    if (next !== after) await store.write([{ kind: 'place', key: PLACE, value: next }]);
    return true;
  }

  async #take({ items }: Page): Promise<void> {
    for (const delivery of items) {
      const link = this.#linkOf(delivery);
      if (link) await this.#put(link, [delivery]);
    }
  }

  /** The feed does not reach back to where this stood: every conversation is read for itself. */
  async #everything(): Promise<boolean> {
    const { links, client } = this.#deps;
    for (const link of links.all()) {
      if (link.conversation === '') continue;
      const read = await client.everything(link.conversation);
      // Meanwhile it may have gone on elsewhere, or be reached in another way.
      const now = links.ofConversation(link.conversation);
      if (read.ok) {
        if (now) await this.#put(now, read.value);
      } else if (read.refusal.refusal === 'busy') return false;
    }
    return true;
  }

  /** Whose it is; a conversation that goes on from one of theirs is theirs, whoever hears of it first. */
  #linkOf({ conversation, previous }: Delivery): CustomerLink | undefined {
    const { links } = this.#deps;
    const known = links.ofConversation(conversation);
    if (known || previous === null) return known;
    const before = links.ofConversation(previous);
    return before && { ...before, conversation, upTo: 0 };
  }

  async #put(link: CustomerLink, deliveries: readonly Delivery[]): Promise<void> {
    const { outbox, links } = this.#deps;
    const fresh = deliveries.filter(({ entry }) => entry.offset > link.upTo);
    const last = fresh.at(-1);
    if (!last) return;
    const change = links.change({ ...link, upTo: last.entry.offset });
    const texts = fresh.map(({ id, entry }) => ({ delivery: id, text: entryWords(entry, link.locale, this.#words) }));
    await outbox.deliver(link.place, texts, [change]);
  }

  #pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#deps.clock.after(RETRY_MS, resolve);
    this.#stop.signal.addEventListener('abort', () => resolve(), { once: true });
    return promise.finally(cancel);
  }
}
