/** How high rows and heads are drawn; all rows are of one height. */
export interface Heights {
  readonly rowHeight: number;
  readonly headHeight: number;
}

const ROW_HEIGHT = 44;

/** Measures the rows once for each size of their box and of a row: to measure is to lay out, which a stream of changes cannot afford. */
export class RowHeights {
  readonly #root: () => ParentNode;
  readonly #size: ResizeObserver;
  #known: Heights | undefined;
  #measured: HTMLElement | undefined;

  constructor(root: () => ParentNode, changed: () => void) {
    this.#root = root;
    this.#size = new ResizeObserver(() => {
      this.#known = undefined;
      changed();
    });
  }

  /** Follows the size of this box until the signal. */
  follow(box: Element, signal: AbortSignal): void {
    this.#size.observe(box);
    signal.addEventListener('abort', () => this.#size.disconnect());
  }

  /** As they are drawn; what they would be where none is drawn yet. */
  get now(): Heights {
    if (this.#known) return this.#known;
    const root = this.#root();
    const row = root.querySelector<HTMLElement>('.row[data-id]');
    const headHeight = root.querySelector<HTMLElement>('.heads')?.offsetHeight ?? 0;
    if (!row) return { rowHeight: ROW_HEIGHT, headHeight };
    this.#known = { rowHeight: row.offsetHeight, headHeight };
    this.#watch(row);
    return this.#known;
  }

  /** A page may make rows higher or lower at any time, and a row that has gone is as one that has changed. */
  #watch(row: HTMLElement): void {
    if (row === this.#measured) return;
    if (this.#measured) this.#size.unobserve(this.#measured);
    this.#measured = row;
    this.#size.observe(row);
  }
}
