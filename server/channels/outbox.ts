import type { ChatEntry } from '@floorwalk/core/protocol';
import type { Tenant } from '../engine/engine.ts';
import { toChatEntry } from '../live/customer/customer-view.ts';
import type { PublicEntry, PublicPort } from '../live/customer/port.ts';
import { offsetOf, placeOf } from './place.ts';
import { saidSince } from './said-since.ts';

/** Something to deliver to a customer over an integration's channel: what a chat would show them, and no more (P3). */
export interface Delivery {
  readonly id: string;
  readonly conversation: string;
  readonly workstream: string;
  /** The conversation that it goes on from, where the customer wrote after an end (C1). */
  readonly previous: string | null;
  readonly customer: { readonly id?: string; readonly name: string; readonly locale?: string };
  readonly entry: ChatEntry;
}

export interface OutboxPage {
  readonly items: readonly Delivery[];
  /** Ask with `after` at this for what follows. */
  readonly next: string;
  /** What followed `after` is not kept any more: read the public planes of your conversations once, then go on from `next`. */
  readonly stale: boolean;
  /** The tenant's own words for notices by `locale:kind`, in place of the integration's (N1). */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * What one tenant's integrations have to deliver, in the order in which it was said, read from the stored feed: a position
 * holds at every server and after a restart, for as long as the store keeps what follows it.
 */
export class Outbox {
  readonly #tenant: Tenant;
  readonly #port: PublicPort;
  readonly #waiting = new Set<() => void>();
  readonly #stop: () => void;
  /** Nothing was said in public between this place and that offset. */
  #silent = { after: '', upTo: 0 };
  #heard = 0;
  #isClosed = false;

  constructor(tenant: Tenant, port: PublicPort) {
    this.#tenant = tenant;
    this.#port = port;
    this.#stop = port.listen({
      said: () => this.#wake(),
      queueMoved: () => undefined,
      typing: () => undefined,
      reloaded: () => this.#wake(),
    });
  }

  /** What follows `after` in these workstreams; without `after`, nothing yet but the position of now. What is internal moves no position (P2). */
  async read(workstreams: readonly string[], after: string | undefined, limit: number): Promise<OutboxPage> {
    const tenant = this.#tenant;
    const here = (): string => placeOf(tenant, tenant.offset);
    if (after === undefined) return { items: [], next: here(), stale: false, words: this.#port.words() };
    const from = offsetOf(tenant, after);
    if (from === undefined) return { items: [], next: here(), stale: true, words: this.#port.words() };
    const { epoch } = tenant;
    const items: Delivery[] = [];
    let next = after;
    // What was looked at before and was silent is not looked at again.
    let offset = this.#silent.after === after ? Math.max(from, this.#silent.upTo) : from;
    for (;;) {
      const read = await saidSince(tenant, offset);
      if (!read || epoch !== tenant.epoch) return { items: [], next: here(), stale: true, words: this.#port.words() };
      for (const { conversation, entry } of read.said) {
        const delivery = await this.#delivery(conversation, entry);
        if (delivery && workstreams.includes(delivery.workstream)) items.push(delivery);
      }
      offset = read.offset;
      if (read.spoken !== undefined) next = placeOf(tenant, read.spoken);
      if (read.isAll) this.#silent = { after: next, upTo: offset };
      if (read.isAll || items.length >= limit) return { items, next, stale: false, words: this.#port.words() };
    }
  }

  /** Counts what was heard: to be taken before reading, so that nothing between reading and waiting is slept through. */
  get heard(): number {
    return this.#heard;
  }

  /** Resolves when something was said after `heard`, `ms` have passed or the caller has gone. */
  wait(ms: number, gone: AbortSignal, heard: number): Promise<void> {
    if (heard !== this.#heard) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', done);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      gone.addEventListener('abort', done);
      this.#waiting.add(done);
    });
  }

  /** Nobody is waited for any more; who waits should be answered with what there is. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#wake();
  }

  async #delivery(conversation: string, stored: PublicEntry): Promise<Delivery | undefined> {
    const entry = toChatEntry(stored);
    // What the customer wrote came in by the same channel; it is not sent back.
    if (!entry || (entry.type === 'message' && entry.from.kind === 'customer')) return undefined;
    const c = await this.#tenant.conversation(conversation);
    if (!c) return undefined;
    const { name, id, locale } = c.customer;
    const customer = { name, ...(id !== undefined && { id }), ...(locale !== undefined && { locale }) };
    const { id: conversationId, workstream, previous } = c;
    return {
      id: deliveryId(conversationId, entry.offset),
      conversation: conversationId,
      workstream,
      previous,
      customer,
      entry,
    };
  }

  #wake(): void {
    this.#heard += 1;
    for (const done of [...this.#waiting]) done();
  }
}

/** `~` is in no id, so the two parts come apart again. */
const deliveryId = (conversation: string, offset: number): string => `${conversation}~${offset}`;

/** The conversation and public offset of a delivery's id. */
export function partsOf(id: string): { readonly conversation: string; readonly offset: number } | undefined {
  const [, conversation, offset] = /^(.+)~(\d{1,15})$/u.exec(id) ?? [];
  return conversation === undefined ? undefined : { conversation, offset: Number(offset) };
}
