import { randomUUID } from 'node:crypto';
import type { ChatEntry } from '@floorwalk/core/protocol';
import type { Tenant } from '../engine/engine.ts';
import { toChatEntry } from '../live/customer/customer-view.ts';
import type { PublicEntry, PublicPort } from '../live/customer/port.ts';

/** Something to deliver to a customer over an integration's channel: what a chat would show them, and no more (P3). */
export interface Delivery {
  readonly id: string;
  readonly conversation: string;
  readonly workstream: string;
  readonly customer: { readonly id?: string; readonly name: string };
  readonly entry: ChatEntry;
}

export interface OutboxPage {
  readonly items: readonly Delivery[];
  /** Ask with `after` at this for what follows. */
  readonly next: string;
  /** What followed `after` is not kept any more: read the public planes of your conversations once, then go on from `next`. */
  readonly stale: boolean;
}

/** How many deliveries are kept for integrations that come back. */
const KEPT = 10_000;

/** What one tenant's integrations have to deliver, newest last, from the moment the first of them asked. Kept in memory: after a restart a position is `stale`, never silently short. */
export class Outbox {
  readonly #tenant: Tenant;
  readonly #boot = randomUUID().slice(0, 8);
  readonly #waiting = new Set<() => void>();
  readonly #stop: () => void;
  #kept: Delivery[] = [];
  /** How many were dropped at the front. */
  #dropped = 0;
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(tenant: Tenant, port: PublicPort) {
    this.#tenant = tenant;
    this.#stop = port.listen({
      said: (conversation, entries) => {
        this.#last = this.#last.then(() => this.#add(conversation, entries)).catch(() => undefined);
      },
      queueMoved: () => undefined,
      typing: () => undefined,
      reloaded: () => this.#forget(),
    });
  }

  /** What follows `after` in these workstreams; without `after`, nothing yet but the position of now. */
  read(workstreams: readonly string[], after: string | undefined, limit: number): OutboxPage {
    const end = this.#dropped + this.#kept.length;
    const here = this.#position(end);
    if (after === undefined) return { items: [], next: here, stale: false };
    const [boot, text] = after.split('.');
    const from = Number(text);
    if (boot !== this.#boot || !Number.isSafeInteger(from) || from < this.#dropped || from > end)
      return { items: [], next: here, stale: true };
    const items: Delivery[] = [];
    let at = from;
    while (at < end && items.length < limit) {
      const delivery = this.#kept[at - this.#dropped];
      if (delivery && workstreams.includes(delivery.workstream)) items.push(delivery);
      at += 1;
    }
    return { items, next: this.#position(at), stale: false };
  }

  /** Resolves when something was added, `ms` have passed or the caller has gone. */
  wait(ms: number, gone: AbortSignal): Promise<void> {
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

  /** Nothing is added any more; who waits should be answered with what there is. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#wake();
  }

  async #add(conversation: string, entries: readonly PublicEntry[]): Promise<void> {
    const c = await this.#tenant.conversation(conversation);
    if (!c) return;
    for (const stored of entries) {
      const entry = toChatEntry(stored);
      // What the customer wrote came in by the same channel; it is not sent back.
      if (!entry || (entry.type === 'message' && entry.from.kind === 'customer')) continue;
      const { name, id } = c.customer;
      const customer = { name, ...(id !== undefined && { id }) };
      this.#kept.push({
        id: deliveryId(c.id, entry.offset),
        conversation: c.id,
        workstream: c.workstream,
        customer,
        entry,
      });
    }
    if (this.#kept.length > KEPT) this.#dropped += this.#kept.splice(0, this.#kept.length - KEPT).length;
    this.#wake();
  }

  #forget(): void {
    this.#dropped += this.#kept.length + 1;
    this.#kept = [];
    this.#wake();
  }

  #position(at: number): string {
    return `${this.#boot}.${at}`;
  }

  #wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}

/** `~` is in no id, so the two parts come apart again. */
export const deliveryId = (conversation: string, offset: number): string => `${conversation}~${offset}`;

/** The conversation and public offset of a delivery's id. */
export function partsOf(id: string): { readonly conversation: string; readonly offset: number } | undefined {
  const [, conversation, offset] = /^(.+)~(\d{1,15})$/u.exec(id) ?? [];
  return conversation === undefined ? undefined : { conversation, offset: Number(offset) };
}
