import type { FloorQuery, SortColumn } from '@floorwalk/core/protocol';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient, Subscription } from '../../client/index.ts';
import { FloorStore, type FloorPicture } from '../../stores/floor-store.ts';
import { refusalSentence, t } from '../../strings/index.ts';
import { isBeyond, type Seen } from './drawn-rows.ts';
import { columns } from './floor-words.ts';
import { keptChoice, keepChoice } from './kept-choice.ts';

const LIMIT = 80;
const SPARE = 15;
/** Columns whose largest values are wanted first. */
const mostFirst: ReadonlySet<SortColumn> = new Set(['attention', 'wait', 'transfers']);

/** The part of the floor that is looked at: what is asked for, the rows that came, and how to ask for others. */
export class FloorWindow {
  readonly #store = new FloorStore();
  #query: Partial<FloorQuery> = { ...keptChoice(), offset: 0, limit: LIMIT };
  #seen: Seen = { first: 0, length: 0 };
  #subscription: Subscription | undefined;
  #subscribe: (() => Subscription) | undefined;

  /** What is asked for. */
  get query(): Readonly<Partial<FloorQuery>> {
    return this.#query;
  }
  /** What is shown. */
  get picture(): FloorPicture {
    return this.#store.current;
  }

  /** Whether nothing of the floor has come yet. */
  get isFirst(): boolean {
    const { isLoading, counts } = this.#store.current;
    return isLoading && Object.keys(counts).length === 0;
  }

  /** Follows the floor until the signal; `ended` is told why the server ended it. */
  open(client: LiveClient, signal: AbortSignal, changed: () => void, ended: (words: string) => void): void {
    this.#store.ask();
    this.#subscribe = () =>
      client.subscribe({ kind: 'floor', query: this.#query }, (message) => {
        if (message.type === 'floor') this.#take(message);
        if (message.type === 'ended') ended(refusalSentence(message.refusal));
        changed();
      });
    this.#subscription = this.#subscribe();
    signal.addEventListener('abort', () => {
      this.#subscription?.close();
      this.#subscription = undefined;
      this.#subscribe = undefined;
    });
  }

  /**
   * Another view, filter or order, from its start; it is kept for next time (F2). It is a subscription of its own, so that
   * what is still under way of the one before is not taken for its answer.
   */
  ask(change: Partial<FloorQuery>): void {
    this.#query = { ...this.#query, offset: 0, ...change };
    this.#store.ask();
    keepChoice(this.#query);
    this.#subscription?.close();
    this.#subscription = this.#subscribe?.();
  }

  /** Sorts by a column; by the same again the other way round. */
  sortBy(column: SortColumn): void {
    const isSame = (this.#query.sort ?? 'attention') === column;
    const descending = isSame ? this.#query.descending === false : mostFirst.has(column);
    this.ask({ sort: column, descending });
    announce(t('sortedBy', { column: t(columns.find(([id]) => id === column)?.[1] ?? 'columnWait') }));
  }

  /** Where the rows are that are drawn. */
  get seen(): Seen {
    return this.#seen;
  }

  /**
   * These rows are seen now: the first one's place and how many. Asks for those around them where they are not here;
   * answers whether others have to be drawn.
   */
  see(first: number, length: number): boolean {
    const isMoved = isBeyond(this.#seen, { first, length });
    if (isMoved) this.#seen = { first, length };
    this.#fetch(first, length);
    return isMoved;
  }

  #fetch(first: number, length: number): void {
    const { offset, order, total } = this.#store.current;
    const isCovered = first >= offset && first + length <= offset + order.length;
    if (isCovered || (offset === 0 && order.length === total)) return;
    this.#moveTo(first - SPARE);
  }

  /** Held rows keep their places (F4). */
  hold(isHeld: boolean): void {
    this.#store.hold(isHeld);
  }
  /** Shows the new order although it is held. */
  showOrder(): void {
    this.#store.show();
  }

  #take(message: Parameters<FloorStore['take']>[0]): void {
    const before = this.#store.current.moved;
    this.#store.take(message);
    const { moved, order, total } = this.#store.current;
    if (moved > 0 && before === 0) announce(t('orderHeld', { rows: moved }));
    // The list became shorter than what was scrolled to.
    if (order.length === 0 && total > 0) this.#moveTo(total - LIMIT);
  }

  #moveTo(place: number): void {
    const offset = Math.max(0, place);
    if (offset === this.#query.offset) return;
    this.#query = { ...this.#query, offset };
    this.#subscription?.update({ kind: 'floor', query: this.#query });
  }
}
