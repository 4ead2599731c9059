import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { choicesStyles } from './choices.styles.ts';
import { fold } from './fold.ts';
import { closeBehind, underButton } from './under-button.ts';
import { inStaffLanguage } from '../../strings/load.ts';

/** One thing that can be chosen: its value and its words. */
export type Choice = readonly [value: string, words: string];

/** Other values are chosen. */
export class ChoicesChangedEvent extends Event {
  static readonly type = 'floorwalk-choices-changed';
  readonly chosen: readonly string[];
  constructor(chosen: readonly string[]) {
    super(ChoicesChangedEvent.type, { bubbles: true });
    this.chosen = chosen;
  }
}

/** So many choices and more are searched rather than read. */
const SEARCHED_FROM = 8;

/** Whether lists differ in what they say: the floor makes them anew each time it is drawn. */
const isOther = (now: readonly unknown[], before: readonly unknown[] | undefined): boolean =>
  now !== before && JSON.stringify(now) !== JSON.stringify(before);

/** A filter that takes several values: a button that says what is chosen, and under it the values to tick, searchable. */
export class FloorwalkChoices extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
  }

  static override styles = [...staffStyles, choicesStyles];

  @property() label = '';
  /** What the button says while nothing is chosen. */
  @property() all = '';
  @property({ attribute: false, hasChanged: isOther }) options: readonly Choice[] = [];
  @property({ attribute: false, hasChanged: isOther }) chosen: readonly string[] = [];
  @state() private text = '';
  @state() private isOpen = false;

  protected override render(): TemplateResult {
    const isChosen = this.chosen.length > 0;
    return html`<button
        class="field button ${isChosen ? 'chosen' : ''}"
        part="field"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.isOpen}
        @click=${this.#onClick}
      >
        <span class="cut ${isChosen ? '' : 'all'}" dir="auto" data-short=${this.label}
          ><span class="whole">${t('labelled', { label: this.label, words: this.#summary() })}</span></span
        >${icon('chevron', 'small')}
      </button>
      <div
        popover
        class="menu"
        role="dialog"
        aria-label=${this.label}
        @toggle=${this.#onToggle}
        @focusout=${closeBehind}
        @keydown=${this.#onKey}
      >
        ${this.isOpen ? this.#renderMenu() : nothing}
      </div>`;
  }

  #renderMenu(): TemplateResult {
    const wanted = fold(this.text);
    const found = this.options.filter(([, words]) => fold(words).includes(wanted));
    return html`${
        this.options.length < SEARCHED_FROM
          ? nothing
          : html`<input
              class="field search"
              part="field"
              type="search"
              .value=${this.text}
              placeholder=${t('searchChoices', { label: this.label })}
              aria-label=${t('searchChoices', { label: this.label })}
              @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
            />`
      }
      <ul class="values" aria-label=${this.label}>
        ${found.map(
          ([value, words]) =>
            html`<li>
              <label
                ><input
                  type="checkbox"
                  value=${value}
                  .checked=${this.chosen.includes(value)}
                  @change=${this.#onTick}
                /><span dir="auto">${words}</span></label
              >
            </li>`,
        )}
      </ul>
      ${found.length === 0 ? html`<p class="none" role="status">${t('noChoice')}</p>` : nothing}
      <div class="end">
        <span class="muted" role="status"
          >${t('chosenOf', { chosen: this.chosen.length, total: this.options.length })}</span
        >
        <button
          class="button"
          part="button"
          type="button"
          aria-disabled=${this.chosen.length === 0}
          @click=${() => this.#choose([])}
        >
          ${t('chooseNone')}
        </button>
      </div>`;
  }

  #summary(): string {
    const [first] = this.chosen;
    if (first === undefined) return this.all;
    const words = this.options.find(([value]) => value === first)?.[1] ?? first;
    return this.chosen.length === 1 ? words : t('chosenAndMore', { first: words, more: this.chosen.length - 1 });
  }

  #choose(chosen: readonly string[]): void {
    this.chosen = chosen;
    this.dispatchEvent(new ChoicesChangedEvent(chosen));
  }

  readonly #onTick = (event: Event): void => {
    const { value, checked } = event.target as HTMLInputElement;
    const others = this.chosen.filter((it) => it !== value);
    this.#choose(checked ? [...others, value] : others);
  };

  readonly #onClick = (): void => {
    const menu = this.renderRoot.querySelector<HTMLElement>('.menu');
    const button = this.renderRoot.querySelector('button');
    if (!menu || !button) return;
    menu.togglePopover();
    underButton(menu, button);
  };

  readonly #onToggle = (event: Event): void => {
    this.isOpen = (event as ToggleEvent).newState === 'open';
    this.text = '';
    if (!this.isOpen) {
      // Within several elements a browser does not give the focus back by itself.
      if (this.shadowRoot?.activeElement?.closest('.menu')) this.renderRoot.querySelector('button')?.focus();
      return;
    }
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.menu input')?.focus());
  };

  /** Arrows walk through the values; what is typed here is nobody else's key. */
  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const fields = [...this.renderRoot.querySelectorAll<HTMLElement>('.menu input')];
    const now = fields.indexOf(event.composedPath()[0] as HTMLElement);
    fields[Math.min(fields.length - 1, Math.max(0, now + step))]?.focus();
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-choices': FloorwalkChoices;
  }
}
