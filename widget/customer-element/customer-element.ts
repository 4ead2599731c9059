import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { render, type TemplateResult } from 'lit/html.js';

/** What a controller of an element for customers may rely on, as in Lit. */
export type CustomerHost = Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'> & HTMLElement;

/**
 * What the elements of a customer's page are made of. It lives as `LitElement` does: a change of a live property, or
 * `requestUpdate()`, draws it once, in the next microtask. It has only what they need, because most visitors of a page
 * with a chat never chat, and every one of them loads it (docs/decisions/0017).
 */
export abstract class CustomerElement extends HTMLElement implements CustomerHost {
  /** The style sheets of its shadow root, as texts. */
  static readonly styles: readonly string[] = [];
  /** The live properties that a page may also give as attributes of the same name; all are texts. */
  static readonly observedAttributes: readonly string[] = [];

  /** Makes properties live. Their fields are to be assigned, not defined: without `useDefineForClassFields`. */
  protected static live(...names: readonly string[]): void {
    for (const name of names)
      Object.defineProperty(this.prototype, name, {
        get(this: CustomerElement) {
          return this.#values.get(name);
        },
        set(this: CustomerElement, value: unknown) {
          if (Object.is(value, this.#values.get(name))) return;
          this.#values.set(name, value);
          this.requestUpdate();
        },
      });
  }

  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' });
  /** Fulfilled when what has changed is drawn: with whether nothing has changed again since. */
  updateComplete: Promise<boolean> = Promise.resolve(true);

  readonly #values = new Map<string, unknown>();
  readonly #controllers: ReactiveController[] = [];
  /** What a page set on its element before it knew this class. */
  #given: Record<string, unknown> = {};
  /** Whether a change is drawn: from the first time that the element is on a page. */
  #isDrawn = false;
  #isDue = false;

  constructor() {
    super();
    for (const [name, value] of Object.entries(this))
      if (name in new.target.prototype) {
        this.#given[name] = value;
        Reflect.deleteProperty(this, name);
      }
    this.renderRoot.adoptedStyleSheets = new.target.styles.map(sheetOf);
  }

  connectedCallback(): void {
    Object.assign(this, this.#given);
    this.#given = {};
    this.#isDrawn = true;
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    Object.assign(this, { [name]: value ?? '' });
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  /** Draws the element anew before the page is painted next. */
  requestUpdate(): void {
    if (this.#isDue || !this.#isDrawn) return;
    this.#isDue = true;
    // What else changes in this turn is drawn with it.
    this.updateComplete = Promise.resolve().then(() => this.#draw());
  }

  #draw(): boolean {
    try {
      this.willUpdate();
      for (const controller of this.#controllers) controller.hostUpdate?.();
      render(this.render(), this.renderRoot, { host: this });
    } finally {
      this.#isDue = false;
    }
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.updated();
    return !this.#isDue;
  }

  /** What is to be worked out before it is drawn; what it changes is drawn with it. */
  protected willUpdate(): void {}
  protected abstract render(): TemplateResult;
  /** What is to be done once it is drawn. */
  protected updated(): void {}
}

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet of a text for all elements of the page. */
function sheetOf(text: string): CSSStyleSheet {
  const sheet = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) sheet.replaceSync(text);
  sheets.set(text, sheet);
  return sheet;
}
