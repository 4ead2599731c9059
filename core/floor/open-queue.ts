import type { Conversation } from '../conversation/conversation.ts';
import { isLive, type Time } from '../words.ts';
import { SortedList } from './sorted-list.ts';

/** What waits in one queue, in the orders in which it is asked for: a look costs what is looked at, not what waits. */
export class OpenQueue {
  /** By when they came, as customers count their place. */
  readonly #byEntry = new SortedList<Conversation>(byEntry);
  /** By age, apart for all that an agent can or cannot take alike. */
  readonly #byAge = new Map<string, SortedList<Conversation>>();
  readonly #declined = new Map<string, Conversation>();

  get size(): number {
    return this.#byEntry.size;
  }

  add(c: Conversation): void {
    this.#byEntry.add(c);
    const kind = this.#byAge.get(kindOf(c)) ?? new SortedList<Conversation>(byAge);
    kind.add(c);
    this.#byAge.set(kindOf(c), kind);
    if (Object.keys(c.declined).length > 0) this.#declined.set(c.id, c);
  }

  /** Takes out what was added, as it was then. */
  delete(c: Conversation): void {
    this.#byEntry.delete(c);
    const kind = this.#byAge.get(kindOf(c));
    kind?.delete(c);
    if (kind?.size === 0) this.#byAge.delete(kindOf(c));
    this.#declined.delete(c.id);
  }

  /** How many came before this one, or in the same instant where `atOnce`; it need not be here itself. */
  before(c: Conversation, atOnce = false): number {
    return this.#byEntry.placeOf(atOnce ? { ...c, id: AFTER_ALL } : c);
  }

  /** All, as they came. */
  inOrder(): Iterable<Conversation> {
    return this.#byEntry.after(undefined);
  }

  /** The oldest first, a list for each workstream and number of units. */
  kinds(): Iterable<SortedList<Conversation>> {
    return this.#byAge.values();
  }

  /** Those that somebody has declined. */
  declined(): Iterable<Conversation> {
    return this.#declined.values();
  }
}

/** Live: since it entered the queue; asynchronous: the customer's last message. */
export const ageOf = (c: Conversation): Time =>
  isLive(c.channel) ? c.queuedAt : (c.reply.lastCustomerAt ?? c.queuedAt);

/** The order in which push offers (D1). */
export const byAge = (a: Conversation, b: Conversation): number => ageOf(a) - ageOf(b) || byId(a, b);

const byEntry = (a: Conversation, b: Conversation): number => a.queuedAt - b.queuedAt || byId(a, b);
const byId = (a: Conversation, b: Conversation): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
/** Comes after every id. */
const AFTER_ALL = '\uffff';
const kindOf = (c: Conversation): string => `${c.units} ${c.workstream}`;
