/** So many conversations are open beside the floor at most. */
export const MOST_PANELS = 3;

/** A conversation that is open beside the floor; the customer's name is empty until it is known. */
export interface OpenPanel {
  readonly id: string;
  readonly customer: string;
}

/** Which conversations are open beside the floor, in the order of their places, and which of them is in front. */
export class OpenPanels {
  #panels: readonly OpenPanel[] = [];
  #front = '';

  get all(): readonly OpenPanel[] {
    return this.#panels;
  }
  /** The one that is seen where there is room for one only; empty for none. */
  get front(): string {
    return this.#front;
  }

  /**
   * Opens one: in the place of the one in front, or beside it where that is wanted or the one in front is kept. Answers
   * false where there is no place left. What is `kept`, because the supervisor takes part in it, is never replaced.
   */
  open(panel: OpenPanel, isBeside: boolean, isKept: (id: string) => boolean): boolean {
    if (this.#panels.some(({ id }) => id === panel.id)) {
      this.#front = panel.id;
      return true;
    }
    const isReplacing = !isBeside && this.#front !== '' && !isKept(this.#front);
    if (isReplacing) this.#replace(this.#front, panel);
    else if (this.#panels.length < MOST_PANELS) this.#panels = [...this.#panels, panel];
    else {
      const loose = isBeside ? undefined : this.#panels.find(({ id }) => !isKept(id));
      if (!loose) return false;
      this.#replace(loose.id, panel);
    }
    this.#front = panel.id;
    return true;
  }

  show(id: string): void {
    if (this.#panels.some((panel) => panel.id === id)) this.#front = id;
  }

  /** Closes one; the one that takes its place comes to the front. */
  close(id: string): void {
    const index = this.#panels.findIndex((panel) => panel.id === id);
    if (index < 0) return;
    this.#panels = this.#panels.toSpliced(index, 1);
    if (this.#front === id) this.#front = (this.#panels[index] ?? this.#panels.at(-1))?.id ?? '';
  }

  #replace(old: string, panel: OpenPanel): void {
    this.#panels = this.#panels.map((it) => (it.id === old ? panel : it));
  }
}
