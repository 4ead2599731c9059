/** How many items stand in one piece: adding moves at most so many, finding a place looks at few pieces. */
const PIECE = 512;

/** Items in a total order, where adding, removing and looking at a window cost little however many there are. */
export class SortedList<T> {
  readonly #compare: (a: T, b: T) => number;
  #pieces: T[][] = [];
  #size = 0;

  /** `compare` must tell any two different items apart. */
  constructor(compare: (a: T, b: T) => number, items: readonly T[] = []) {
    this.#compare = compare;
    const sorted = items.toSorted(compare);
    for (let i = 0; i < sorted.length; i += PIECE / 2) this.#pieces.push(sorted.slice(i, i + PIECE / 2));
    this.#size = sorted.length;
  }

  get size(): number {
    return this.#size;
  }

  get first(): T | undefined {
    return this.#pieces[0]?.[0];
  }

  add(item: T): void {
    const at = Math.min(this.#pieceOf(item), this.#pieces.length - 1);
    const piece = this.#pieces[at];
    this.#size += 1;
    if (!piece) {
      this.#pieces.push([item]);
      return;
    }
    piece.splice(this.#placeIn(piece, item), 0, item);
    if (piece.length > PIECE) this.#pieces.splice(at + 1, 0, piece.splice(PIECE / 2));
  }

  /** Whether it was there. */
  delete(item: T): boolean {
    const at = this.#pieceOf(item);
    const piece = this.#pieces[at];
    if (!piece) return false;
    const place = this.#placeIn(piece, item);
    const found = piece[place];
    if (found === undefined || this.#compare(found, item) !== 0) return false;
    piece.splice(place, 1);
    if (piece.length === 0) this.#pieces.splice(at, 1);
    this.#size -= 1;
    return true;
  }

  /** How many items come before this one, which need not be there. */
  placeOf(item: T): number {
    const at = this.#pieceOf(item);
    let before = 0;
    for (let i = 0; i < at; i++) before += this.#pieces[i]?.length ?? 0;
    const piece = this.#pieces[at];
    return piece ? before + this.#placeIn(piece, item) : before;
  }

  /** The items that come after this one, in order; all of them after undefined. Adding or deleting ends it. */
  *after(item: T | undefined): Generator<T, undefined> {
    let at = item === undefined ? 0 : this.#pieceOf(item);
    let place = item === undefined ? 0 : this.#placeIn(this.#pieces[at] ?? [], item);
    for (; at < this.#pieces.length; at++, place = 0)
      for (const one of this.#pieces[at]?.slice(place) ?? [])
        if (item === undefined || this.#compare(one, item) > 0) yield one;
    return undefined;
  }

  /** At most `limit` items from the place `offset` on. */
  slice(offset: number, limit: number): readonly T[] {
    const items: T[] = [];
    let before = 0;
    for (const piece of this.#pieces) {
      if (items.length >= limit) break;
      const from = Math.max(0, offset - before);
      if (from < piece.length) items.push(...piece.slice(from, from + limit - items.length));
      before += piece.length;
    }
    return items;
  }

  /** The first piece that does not end before the item. */
  #pieceOf(item: T): number {
    return firstWhere(this.#pieces.length, (i) => {
      const last = this.#pieces[i]?.at(-1);
      return last === undefined || this.#compare(last, item) >= 0;
    });
  }

  /** The first place in the piece that is not before the item. */
  #placeIn(piece: readonly T[], item: T): number {
    return firstWhere(piece.length, (i) => {
      const there = piece[i];
      return there === undefined || this.#compare(there, item) >= 0;
    });
  }
}

/** The lowest number below `length` for which it holds, where it holds for all after it; else `length`. */
function firstWhere(length: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
