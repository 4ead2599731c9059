import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { BotStore, Change } from '../store/store.ts';
import { cardMessage, textMessage, type Place } from '../transport/activity.ts';
import type { Sent, Transport } from '../transport/transport.ts';
import { linesCard } from '../cards/lines-card.ts';
import { conversationBucket, type Bucket } from './bucket.ts';
import { nextTogether, type Item } from './item.ts';
import { reportOf } from './report.ts';

/** A card in place is edited at most this often. */
const SLOT_PACE_MS = 5_000;
const SLOT_PATIENCE_MS = 10_000;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;
/** A message too many was refused after this many tries; it is then given up and said to be. */
const MOST_TRIES = 40;
/** After so long without a message a conversation's limits and paces are those of a new one. */
const REST_MS = 10 * 60_000;

export interface LaneDeps {
  readonly store: BotStore;
  readonly transport: () => Promise<Transport>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: () => number;
  /** Shared by all conversations of one tenant. */
  readonly tenantBucket: Bucket;
  /** Nobody reads here any more: blocked, uninstalled or removed. */
  readonly gone: (place: Place) => void;
  /** These may or may not have been shown; none: a card that is edited in place. */
  readonly doubted: (items: readonly Item[]) => void;
  /** The results of deliveries to customers are stored. */
  readonly delivered: () => void;
}

/** Where a slot's card stands in the conversation. */
export interface Slot {
  readonly id: string | null;
  /** When it was posted. */
  readonly at: number;
}

/** The thread of a conversation in a channel. */
export interface Thread {
  readonly conversation: string;
  readonly at: number;
}

/** One conversation's queue: one request at a time, in order, within the limits. */
export class Lane {
  readonly #deps: LaneDeps;
  readonly #bucket: Bucket;
  readonly #shown = new Map<string, number>();
  #waiting: Item[] = [];
  /** What is being sent. */
  #batch: readonly Item[] = [];
  #usedAt: number;
  #notBefore = 0;
  #tries = 0;
  #isRunning = false;
  #isClosed = false;
  #underWay: Promise<void> = Promise.resolve();
  #cancel: (() => void) | undefined;
  #idle: (() => void)[] = [];

  constructor(deps: LaneDeps) {
    this.#deps = deps;
    this.#usedAt = deps.clock.now();
    this.#bucket = conversationBucket(this.#usedAt);
  }

  /** Whether nothing is here to be remembered: nothing waits, and the limits have long been those of a new one. */
  get isAtRest(): boolean {
    const now = this.#deps.clock.now();
    const isIdle = !this.#isRunning && this.#waiting.length === 0 && !this.#cancel;
    return isIdle && this.#notBefore <= now && now - this.#usedAt >= REST_MS;
  }

  /** Takes items that are stored already. A slot's newer state replaces one that still waits. */
  add(items: readonly Item[]): readonly Item[] {
    const replaced: Item[] = [];
    this.#usedAt = this.#deps.clock.now();
    for (const item of items) {
      const { what } = item;
      const at =
        what.is === 'slot' && !this.#isRunning ? this.#waiting.findIndex((one) => isSameSlot(one, what.slot)) : -1;
      const before = this.#waiting[at];
      if (before) {
        replaced.push(before);
        this.#waiting.splice(at, 1);
      }
      this.#waiting.push(before ? { ...item, at: before.at } : item);
    }
    this.#cancel?.();
    this.#cancel = undefined;
    this.#wake();
    return replaced;
  }

  /** Takes back what waits and may not be shown any more; answers its keys. What is under way has left. */
  withhold(isWithheld: (item: Item) => boolean): readonly string[] {
    const gone = this.#waiting.filter((one) => !this.#batch.includes(one) && isWithheld(one));
    this.#waiting = this.#waiting.filter((one) => !gone.includes(one));
    return gone.map(({ key }) => key);
  }

  /** Resolves when nothing waits or is under way. */
  idle(): Promise<void> {
    if (!this.#isRunning && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((done) => this.#idle.push(done));
  }

  /** Sends nothing more; resolves when what is under way has its result. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel?.();
    await this.#underWay;
  }

  #wake(): void {
    if (this.#isRunning || this.#isClosed || this.#cancel) return;
    const batch = this.#next();
    if (batch.length === 0) {
      for (const done of this.#idle.splice(0)) done();
      return;
    }
    const { clock } = this.#deps;
    const wait = this.#waitFor(batch[0]);
    if (wait > 0) {
      this.#cancel = clock.after(wait, () => {
        this.#cancel = undefined;
        this.#wake();
      });
      return;
    }
    this.#isRunning = true;
    this.#batch = batch;
    this.#underWay = this.#send(batch)
      .catch((err: unknown) => {
        this.#deps.log.error({ err, channel: batch[0]?.place.channel }, 'The outbox met an error.');
        this.#later(null);
      })
      .finally(() => {
        this.#isRunning = false;
        this.#batch = [];
        this.#wake();
      });
  }

  /** Lines before a card that is edited in place, unless that has waited for long. */
  #next(): readonly Item[] {
    const late = this.#deps.clock.now() - SLOT_PATIENCE_MS;
    const slot = this.#waiting.find(({ what, at }) => what.is === 'slot' && at <= late);
    if (slot) return [slot];
    const others = this.#waiting.filter(({ what }) => what.is !== 'slot');
    return nextTogether(others.length > 0 ? others : this.#waiting);
  }

  #waitFor(first: Item | undefined): number {
    const now = this.#deps.clock.now();
    if (this.#notBefore > now) return this.#notBefore - now;
    const pace = first?.what.is === 'slot' ? (this.#shown.get(first.what.slot) ?? -Infinity) + SLOT_PACE_MS - now : 0;
    return Math.max(pace, 0) || this.#bucket.take(now) || this.#deps.tenantBucket.take(now);
  }

  async #send(batch: readonly Item[]): Promise<void> {
    const { store, log } = this.#deps;
    const [first] = batch;
    if (!first) return;
    // Written before it is sent: who starts after a crash knows that these may have been shown.
    await store.write(batch.map((one) => put({ ...one, state: 'sending' })));
    const { sent, changes } = await this.#request(first, batch);
    const isHarmless = first.what.is === 'edit';
    if (sent.how === 'sent') this.#tries = 0;
    else if (sent.how === 'refused' ? mayWait(sent.status) : isHarmless) {
      if (this.#tries < MOST_TRIES) return this.#again(batch, sent.how === 'refused' ? sent.retryAfterMs : null);
    }
    await this.#done(batch, [...changes, ...batch.flatMap((one) => reportOf(one, sent.how))]);
    if (first.what.is === 'delivery') this.#deps.delivered();
    if (sent.how === 'sent') return;
    // Whatever comes next waits a little, whoever it is for.
    this.#later(null);
    this.#deps.doubted(batch);
    if (sent.how === 'unknown') return;
    // The channel alone: its name for a conversation may be a customer's telephone number.
    const { channel } = first.place;
    log.warn({ status: sent.status, code: sent.code, channel }, 'A message was refused for good.');
    if (sent.status === 403 || (sent.status === 404 && !isHarmless)) this.#deps.gone(first.place);
  }

  async #request(first: Item, batch: readonly Item[]): Promise<{ sent: Sent; changes: readonly Change[] }> {
    const transport = await this.#deps.transport();
    const { what, place } = first;
    switch (what.is) {
      case 'line': {
        const texts = batch.flatMap((one) => (one.what.is === 'line' ? [one.what.text] : []));
        const message = texts.length === 1 ? textMessage(texts.join('')) : cardMessage(linesCard(texts));
        return { sent: await transport.post(place, message), changes: [] };
      }
      case 'delivery':
        return { sent: await transport.post(place, textMessage(what.text)), changes: [] };
      case 'card':
        return { sent: await transport.post(place, cardMessage(what.card)), changes: [] };
      case 'threaded':
        return this.#thread(transport, place, what);
      case 'edit':
        return { sent: await transport.edit(place, what.id, cardMessage(what.card)), changes: [] };
      case 'slot': {
        this.#shown.set(what.slot, this.#deps.clock.now());
        return this.#show(transport, place, what);
      }
    }
  }

  /** Edits the card where it stands; one that is not there, or of which nothing is known, becomes a message of its own. */
  async #show(transport: Transport, place: Place, what: Extract<Item['what'], { is: 'slot' }>) {
    const known = (await this.#deps.store.get('slot', what.slot)) as Slot | undefined;
    if (!known?.id) {
      const sent = await transport.post(place, cardMessage(what.card));
      const id = sent.how === 'sent' ? sent.id : null;
      return {
        sent,
        changes: [{ kind: 'slot', key: what.slot, value: { id, at: this.#deps.clock.now() } satisfies Slot }] as const,
      };
    }
    const sent = await transport.edit(place, known.id, cardMessage(what.card));
    // An edit that is repeated changes nothing, so that not knowing is like not being reached.
    if (sent.how === 'unknown') return { sent: notReached, changes: [] };
    if (sent.how !== 'refused' || sent.status !== 404) return { sent, changes: [] };
    await this.#deps.store.write([{ kind: 'slot', key: what.slot, value: null }]);
    return { sent: notReached, changes: [] };
  }

  /** Into the thread of that name; where there is none, or none any more, it begins one. */
  async #thread(transport: Transport, place: Place, what: Extract<Item['what'], { is: 'threaded' }>) {
    const { store } = this.#deps;
    const message = cardMessage(what.card);
    if (!place.isChannel) return { sent: await transport.post(place, message), changes: [] };
    const known = (await store.get('thread', what.thread)) as Thread | undefined;
    if (!known) {
      const sent = await transport.begin(place, message);
      const { id = null } = sent.how === 'sent' ? sent : {};
      const value = { conversation: id ?? '', at: this.#deps.clock.now() } satisfies Thread;
      return { sent, changes: id === null ? [] : [{ kind: 'thread' as const, key: what.thread, value }] };
    }
    const sent = await transport.post({ ...place, conversation: known.conversation }, message);
    if (sent.how !== 'refused' || sent.status !== 404) return { sent, changes: [] };
    await store.write([{ kind: 'thread', key: what.thread, value: null }]);
    return { sent: notReached, changes: [] };
  }

  async #done(batch: readonly Item[], changes: readonly Change[]): Promise<void> {
    const keys = new Set(batch.map(({ key }) => key));
    this.#waiting = this.#waiting.filter(({ key }) => !keys.has(key));
    await this.#deps.store.write([...batch.map(({ key }) => gone(key)), ...changes]);
  }

  /** They were certainly not shown, or showing them again changes nothing. */
  async #again(batch: readonly Item[], retryAfterMs: number | null): Promise<void> {
    this.#later(retryAfterMs);
    await this.#deps.store.write(batch.map((one) => put({ ...one, state: 'waiting' })));
  }

  #later(retryAfterMs: number | null): void {
    const { clock, random } = this.#deps;
    const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(this.#tries, 10));
    this.#tries += 1;
    this.#notBefore = clock.now() + (retryAfterMs ?? backoff * (0.5 + random() / 2));
  }
}

const notReached: Sent = { how: 'refused', status: 0, code: '', retryAfterMs: null };
const isSameSlot = ({ what }: Item, slot: string): boolean => what.is === 'slot' && what.slot === slot;
/** Too fast, at once with another, or never reached. */
const mayWait = (status: number): boolean => status === 0 || status === 412 || status === 429;
const put = (one: Item): Change => ({ kind: 'outbox', key: one.key, value: one });
const gone = (key: string): Change => ({ kind: 'outbox', key, value: null });
