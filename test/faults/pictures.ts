import type { Tally } from './tally.ts';
import type { Heard } from './tireless.ts';

/** An entry of a conversation as a client holds it. */
export interface HeldEntry {
  readonly id: string;
  readonly plane: 'public' | 'internal';
  readonly offset: number;
  readonly text?: string;
}
/** The part of a detail, or of what changed in it, that is looked at. */
interface Watched {
  readonly watchers?: readonly { readonly id: string }[] | null;
}
interface Position {
  readonly epoch: string;
  readonly public: number;
  readonly internal: number;
}

/** One conversation as a member of staff was told it; every hole and every repetition is written down. */
export class TalkPicture {
  readonly entries: HeldEntry[] = [];
  position: Position | undefined;
  /** Who monitors, by id. */
  watchers: readonly string[] = [];
  readonly #of: string;
  readonly #tally: Tally;

  constructor(of: string, tally: Tally) {
    this.#of = of;
    this.#tally = tally;
  }

  apply(message: Heard): void {
    const { whole, entries, position, detail, changes } = message as unknown as {
      detail: Watched | null;
      changes?: Watched;
      whole: boolean;
      entries: readonly HeldEntry[];
      position: Position;
    };
    if (whole) this.entries.length = 0;
    const watchers = detail?.watchers ?? changes?.watchers;
    if (watchers) this.watchers = watchers.map(({ id }) => id);
    const at = {
      public: whole ? 0 : (this.position?.public ?? 0),
      internal: whole ? 0 : (this.position?.internal ?? 0),
    };
    for (const entry of entries) {
      const before = at[entry.plane];
      if (entry.offset <= before) this.#tally.duplicates.push(`${this.#of}: ${entry.plane} ${entry.offset} came twice`);
      if (entry.offset > before + 1)
        this.#tally.gaps.push(`${this.#of}: ${entry.plane} ${entry.offset} came after ${before}`);
      at[entry.plane] = entry.offset;
      this.entries.push(entry);
    }
    for (const plane of ['public', 'internal'] as const)
      if (position[plane] !== at[plane])
        this.#tally.gaps.push(
          `${this.#of}: the ${plane} position is ${position[plane]}, the entries end at ${at[plane]}`,
        );
    this.position = position;
  }
}

/** The rows of a window as a supervisor was told them. */
export class FloorPicture {
  readonly rows = new Map<string, Readonly<Record<string, unknown>>>();
  order: readonly string[] = [];
  readonly #tally: Tally;
  readonly #of: string;

  constructor(of: string, tally: Tally) {
    this.#of = of;
    this.#tally = tally;
  }

  /** Subscribed anew: the next message has every row. */
  begin(): void {
    this.rows.clear();
  }

  apply(message: Heard): void {
    const { rows, order } = message as unknown as { rows: { id: string }[]; order: string[] };
    for (const row of rows) this.rows.set(row.id, row);
    this.order = order;
    for (const id of order)
      if (!this.rows.has(id)) this.#tally.gaps.push(`${this.#of}: the row ${id} was named and never sent`);
    for (const id of this.rows.keys()) if (!order.includes(id)) this.rows.delete(id);
  }
}

/** A customer's own view: entries by offset. */
export class ChatPicture {
  readonly entries: { readonly offset: number; readonly id: string }[] = [];
  epoch: string | undefined;
  readonly #of: string;
  readonly #tally: Tally;

  constructor(of: string, tally: Tally) {
    this.#of = of;
    this.#tally = tally;
  }

  get offset(): number {
    return this.entries.at(-1)?.offset ?? 0;
  }

  apply(message: Heard): void {
    const { whole, entries } = message as unknown as { whole: boolean; entries: { offset: number; id: string }[] };
    if (whole) this.entries.length = 0;
    for (const entry of entries) {
      if (entry.offset <= this.offset)
        this.#tally.duplicates.push(`the customer of ${this.#of}: ${entry.offset} came twice`);
      if (entry.offset > this.offset + 1)
        this.#tally.gaps.push(`the customer of ${this.#of}: ${entry.offset} came after ${this.offset}`);
      this.entries.push(entry);
    }
  }
}
