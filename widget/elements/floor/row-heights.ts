/** How high rows and heads are drawn, and how many rows can be seen at most; all rows are of one height. */
export interface Heights {
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly fitting: number;
}

/** As the styles have them; a page may have others. */
const [ROW_HEIGHT, HEAD_HEIGHT] = [44, 28];
/** Head, views, filters, commands and foot are at least so high together. */
const AROUND_ROWS = 160;

/** What the rows are in: it draws them, and again where they have other heights than it was told. */
interface Box extends HTMLElement {
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** What is drawn as it was last laid out. It is read where the browser tells sizes, right after a layout: to ask lays nothing out. */
export class RowHeights {
  readonly #box: Box;
  readonly #size: ResizeObserver;
  #row: HTMLElement | undefined;
  #now = heightsOf(innerHeight, ROW_HEIGHT, HEAD_HEIGHT);

  constructor(box: Box) {
    this.#box = box;
    this.#size = new ResizeObserver(() => {
      const before = this.#now;
      this.#read();
      const { rowHeight, headHeight, fitting } = this.#now;
      if (rowHeight !== before.rowHeight || headHeight !== before.headHeight || fitting !== before.fitting)
        box.requestUpdate();
    });
  }

  /** Follows the size of the box until the signal. */
  follow(signal: AbortSignal): void {
    this.#size.observe(this.#box);
    signal.addEventListener('abort', () => this.#size.disconnect());
  }

  /** As they were drawn last; what they would be where none is drawn yet. */
  get now(): Heights {
    return this.#now;
  }

  /** The list was drawn: a page may make its rows higher or lower at any time. */
  drawn(): void {
    const row = this.#box.renderRoot.querySelector<HTMLElement>('.row[data-id]') ?? undefined;
    if (row === this.#row) return;
    if (this.#row) this.#size.unobserve(this.#row);
    this.#row = row;
    if (row) this.#size.observe(row);
  }

  #read(): void {
    const boxHeight = this.#box.clientHeight;
    const row = this.#box.renderRoot.querySelector<HTMLElement>('.row[data-id]');
    if (!row?.offsetHeight) this.#now = heightsOf(boxHeight, this.#now.rowHeight, this.#now.headHeight);
    else {
      const heads = this.#box.renderRoot.querySelector<HTMLElement>('.heads');
      this.#now = heightsOf(boxHeight, row.offsetHeight, heads?.offsetHeight ?? 0);
    }
  }
}

const heightsOf = (boxHeight: number, rowHeight: number, headHeight: number): Heights => ({
  rowHeight,
  headHeight,
  fitting: Math.max(1, Math.ceil((boxHeight - AROUND_ROWS) / rowHeight)),
});
