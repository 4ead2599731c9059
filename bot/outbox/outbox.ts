import { randomUUID } from 'node:crypto';
import { DAY_MS } from '@floorwalk/core';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { BotStore, Change } from '../store/store.ts';
import type { CardJson, Place } from '../transport/activity.ts';
import type { Transport } from '../transport/transport.ts';
import { tenantBucket, type Bucket } from './bucket.ts';
import { doubtAfter, noDoubt, type Doubt } from './doubt.ts';
import { item, laneOf, type Item } from './item.ts';
import { Lane, type Slot, type Thread } from './lane.ts';
import { reportOf } from './report.ts';

export interface OutboxDeps {
  readonly store: BotStore;
  readonly transport: () => Promise<Transport>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: () => number;
}

/** So many conversations have a lane before any is looked at to be forgotten. */
const LANES_KEPT = 1_000;
/** Cards in place and threads of channels are remembered for so long. */
const REMEMBERED_MS = 30 * DAY_MS;

type What = Item['what'];
/** A line, and the id of the entry that it shows. */
export interface Line {
  readonly text: string;
  readonly entry: string;
}
/** A text for a customer, and the server's id of its delivery. */
export interface Delivery {
  readonly text: string;
  readonly delivery: string;
}

/** Everything that goes to Teams on the bot's own account: stored first, sent in order, never twice. */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #lanes = new Map<string, Lane>();
  readonly #tenants = new Map<string, Bucket>();
  readonly #doubts = new Map<string, Doubt>();
  readonly #goneListeners: ((place: Place) => void)[] = [];
  readonly #doubtListeners: ((place: Place) => void)[] = [];
  readonly #deliveredListeners: (() => void)[] = [];
  #made = 0;
  #sweepAt = LANES_KEPT;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /** Takes up what an earlier process left. What it was just sending may have been shown, so it is marked, not sent again. */
  async open(): Promise<void> {
    for (const [lane, doubt] of await this.#deps.store.all('unknown'))
      this.#doubts.set(lane, { ...noDoubt, ...(doubt as Partial<Doubt>) });
    const left = (await this.#deps.store.all('outbox')).map(([, value]) => v.parse(item, value));
    for (const one of left) {
      const isDoubtful = one.state === 'sending' && one.what.is !== 'edit' && one.what.is !== 'slot';
      if (!isDoubtful) {
        this.#laneFor(one.place).add([{ ...one, state: 'waiting' }]);
        continue;
      }
      this.#doubt([one]);
      await this.#deps.store.write([{ kind: 'outbox', key: one.key, value: null }, ...reportOf(one, 'unknown')]);
    }
  }

  /** Lines of text, in order, some of them of an entry; `also` is stored in the same step. */
  lines(place: Place, texts: readonly (string | Line)[], also: readonly Change[] = []): Promise<void> {
    return this.#put(
      place,
      texts.map((line) => (typeof line === 'string' ? { is: 'line', text: line } : { is: 'line', ...line })),
      also,
    );
  }

  /** What a customer is to read, each a message of its own; how each went is stored until it is told. */
  deliver(place: Place, all: readonly Delivery[], also: readonly Change[]): Promise<void> {
    return this.#put(
      place,
      all.map((one) => ({ is: 'delivery', ...one })),
      also,
    );
  }

  /** A card as a message of its own; `summary` is its one line. */
  card(place: Place, card: CardJson, summary: string, also: readonly Change[] = []): Promise<void> {
    return this.#put(place, [{ is: 'card', card, summary }], also);
  }

  /** A card in the thread of this name where the place is a channel; elsewhere a message of its own. */
  threaded(place: Place, name: string, card: CardJson, summary: string, also: readonly Change[]): Promise<void> {
    const thread = `${laneOf(place)} ${name}`;
    return this.#put(place, [{ is: 'threaded', thread, card, summary }], also);
  }

  /** The latest state of a card that is edited in place, by its name. */
  show(place: Place, slot: string, card: CardJson): Promise<void> {
    return this.#put(place, [{ is: 'slot', slot, card }], []);
  }

  /** Edits a message that the service has given this id. */
  edit(place: Place, id: string, card: CardJson): Promise<void> {
    return this.#put(place, [{ is: 'edit', id, card }], []);
  }

  /** Its reader has lost the right to read: what was said and has not left yet, and cards about it, are not sent any more (R3). */
  async withhold(place: Place): Promise<void> {
    const isAboutIt = ({ what }: Item): boolean =>
      what.is === 'card' || (what.is === 'line' && what.entry !== undefined);
    const keys = this.#lanes.get(laneOf(place))?.withhold(isAboutIt) ?? [];
    if (keys.length > 0) await this.#deps.store.write(keys.map((key) => ({ kind: 'outbox', key, value: null })));
  }

  /** The card of this name stays as it is; the next one is a new message. */
  leave(slot: string): Promise<void> {
    return this.#deps.store.write([{ kind: 'slot', key: slot, value: null }]);
  }

  doubtOf(place: Place): Doubt {
    return this.#doubts.get(laneOf(place)) ?? noDoubt;
  }

  /** Its reader has been told for long enough. */
  async settle(place: Place): Promise<void> {
    if (this.#doubts.delete(laneOf(place)))
      await this.#deps.store.write([{ kind: 'unknown', key: laneOf(place), value: null }]);
  }

  /** Calls for a conversation that nobody reads any more. */
  onGone(listener: (place: Place) => void): void {
    this.#goneListeners.push(listener);
  }

  /** Calls when it is not known whether something was shown. */
  onDoubt(listener: (place: Place) => void): void {
    this.#doubtListeners.push(listener);
  }

  /** Calls when the result of a delivery to a customer was stored. */
  onDelivered(listener: () => void): void {
    this.#deliveredListeners.push(listener);
  }

  /** Forgets where cards and threads are that nobody will add to any more. */
  async prune(): Promise<void> {
    const { store, clock } = this.#deps;
    const before = clock.now() - REMEMBERED_MS;
    for (const kind of ['slot', 'thread'] as const) {
      const old = (await store.all(kind)).filter(([, value]) => (value as Slot | Thread).at < before);
      if (old.length > 0) await store.write(old.map(([key]) => ({ kind, key, value: null })));
    }
  }

  /** Resolves when nothing waits in any conversation. */
  async idle(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.idle()));
  }

  /** Sends nothing more; resolves when what is under way has its result. What waits is stored. */
  async close(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.close()));
  }

  async #put(place: Place, all: readonly What[], also: readonly Change[]): Promise<void> {
    const at = this.#deps.clock.now();
    const items = all.map((what): Item => ({ key: this.#key(at), place, at, state: 'waiting', what }));
    await this.#deps.store.write([
      ...items.map((one) => ({ kind: 'outbox' as const, key: one.key, value: one })),
      ...also,
    ]);
    const replaced = this.#laneFor(place).add(items);
    if (replaced.length > 0)
      await this.#deps.store.write(replaced.map(({ key }) => ({ kind: 'outbox', key, value: null })));
  }

  /** Sorts as made, across restarts. */
  #key(at: number): string {
    return `${String(at).padStart(15, '0')}-${String(++this.#made).padStart(9, '0')}-${randomUUID().slice(0, 8)}`;
  }

  #laneFor(place: Place): Lane {
    const name = laneOf(place);
    const known = this.#lanes.get(name);
    if (known) return known;
    const { clock } = this.#deps;
    const bucket = this.#tenants.get(place.tenant) ?? tenantBucket(clock.now());
    this.#tenants.set(place.tenant, bucket);
    if (this.#lanes.size >= this.#sweepAt) this.#sweep();
    const lane = new Lane({
      ...this.#deps,
      tenantBucket: bucket,
      gone: (where) => this.#goneListeners.forEach((listener) => listener(where)),
      doubted: (items) => this.#doubt(items),
      delivered: () => this.#deliveredListeners.forEach((listener) => listener()),
    });
    this.#lanes.set(name, lane);
    return lane;
  }

  /** Customers come and go: a lane that is at rest is made anew when it is needed again. */
  #sweep(): void {
    for (const [name, lane] of this.#lanes) if (lane.isAtRest) this.#lanes.delete(name);
    this.#sweepAt = Math.max(LANES_KEPT, 2 * this.#lanes.size);
  }

  #doubt(items: readonly Item[]): void {
    const [first] = items;
    if (!first) return;
    const { place } = first;
    const name = laneOf(place);
    const before = this.doubtOf(place);
    const doubt = doubtAfter(before, items);
    this.#doubts.set(name, doubt);
    if (doubt !== before)
      this.#deps.store
        .write([{ kind: 'unknown', key: name, value: doubt }])
        .catch((err: unknown) => this.#deps.log.error({ err }, 'A doubtful line could not be stored.'));
    this.#doubtListeners.forEach((listener) => listener(place));
  }
}
