import type { LitElement, ReactiveController } from 'lit';

/** Where the keyboard goes on when what it was on has gone, best first: where one writes, what is chosen, what can be read. */
const next = [
  'floorwalk-composer',
  '.joining .button',
  '.item[aria-current="true"]',
  '.item',
  'floorwalk-transcript',
  '[tabindex="0"]',
  'select',
  '.button',
];

/** Sees to it that no drawing takes the keyboard out of an element: what goes leaves the focus to what stays. */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  #had = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#host.matches(':focus-within');
  }

  hostUpdated(): void {
    if (this.#isLost) void this.#goOn();
  }

  get #isLost(): boolean {
    return this.#had && !this.#host.matches(':focus-within');
  }

  async #goOn(): Promise<void> {
    const find = (what: string) =>
      this.#host.renderRoot.querySelector<HTMLElement & { readonly updateComplete?: Promise<unknown> }>(what);
    const found = next.map(find).find((it) => it?.checkVisibility() === true);
    found?.focus();
    if (!this.#isLost) return;
    // It is not drawn yet itself.
    await found?.updateComplete;
    if (this.#isLost) found?.focus();
  }
}
