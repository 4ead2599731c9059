/** How high rows and heads are drawn; all rows are of one height. */
export interface Heights {
  readonly rowHeight: number;
  readonly headHeight: number;
}

const ROW_HEIGHT = 44;

/** Measures the rows once for each size of their box: to measure is to lay out, which a stream of changes cannot afford. */
export class RowHeights {
  readonly #root: () => ParentNode;
  readonly #size: ResizeObserver;
  #known: Heights | undefined;

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
    return this.#known;
  }
}
