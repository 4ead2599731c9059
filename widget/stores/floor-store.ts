import type { FloorRow, ServerMessage } from '@floorwalk/core/protocol';
import { movedRows } from './moved-rows.ts';

type FloorMessage = Extract<ServerMessage, { type: 'floor' }>;

/** What the list shows now. */
export interface FloorPicture {
  readonly order: readonly string[];
  readonly rows: ReadonlyMap<string, FloorRow>;
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  readonly offset: number;
  /** Rows that have another place than shown, or are new, while the order is held (F4). */
  readonly moved: number;
  readonly isHeld: boolean;
  readonly isLoading: boolean;
  /** Rows that are still shown although they have left the list. */
  readonly gone: number;
  isGone(id: string): boolean;
}

/**
 * The visible rows of the floor. While held, the order stays as it is: values change in place, closed rows stay where
 * they were, moves are counted and shown only when released (F4).
 */
export class FloorStore {
  #rows = new Map<string, FloorRow>();
  #shown: readonly string[] = [];
  #wanted: readonly string[] = [];
  #kept: ReadonlySet<string> = new Set();
  #counts: Readonly<Record<string, number>> = {};
  #total = 0;
  #offset = 0;
  #isHeld = false;
  #isLoading = true;

  get current(): FloorPicture {
    return {
      order: this.#shown,
      rows: this.#rows,
      counts: this.#counts,
      total: this.#total,
      offset: this.#offset,
      moved: this.#moved(),
      isHeld: this.#isHeld,
      isLoading: this.#isLoading,
      gone: this.#shown.filter((id) => !this.#kept.has(id)).length,
      isGone: (id) => !this.#kept.has(id),
    };
  }

  /** Takes what the server pushed. */
  take(message: FloorMessage): void {
    for (const row of message.rows) this.#rows.set(row.id, row);
    this.#wanted = message.order;
    this.#kept = new Set(message.order);
    this.#counts = message.counts;
    this.#total = message.total;
    const isOtherWindow = message.first !== this.#offset;
    this.#offset = message.first;
    if (!this.#isHeld || this.#isLoading || isOtherWindow) this.#release();
    this.#isLoading = false;
  }

  /** Another question was asked: the next answer is shown as it comes. */
  ask(): void {
    this.#isLoading = true;
  }

  hold(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return;
    this.#isHeld = isHeld;
    if (!isHeld) this.#release();
  }

  /** Shows the new order although it is held. */
  show(): void {
    this.#release();
  }

  #release(): void {
    this.#shown = this.#wanted;
    for (const id of this.#rows.keys()) if (!this.#kept.has(id)) this.#rows.delete(id);
  }

  #moved(): number {
    return this.#isHeld ? movedRows(this.#shown, this.#wanted) : 0;
  }
}
