import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { fold } from './fold.ts';
import { closeBehind, toggleUnder } from './under-button.ts';

/** One thing that can be chosen: its value and its words. */
export type Choice = readonly [value: string, words: string];

/** A filter that takes several values. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  /** What its button says while nothing is chosen. */
  readonly all: string;
  readonly options: readonly Choice[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}

/** So many choices and more are searched rather than read. */
const SEARCHED_FROM = 8;

/** Filters: each a button that says what is chosen, and under it the values to tick, searchable, drawn while it is open. */
export class FilterMenus {
  readonly #host: LitElement;
  /** The name of the filter whose values are shown. */
  #open: string | undefined;
  #text = '';

  constructor(host: LitElement) {
    this.#host = host;
  }

  render(filter: Filter): TemplateResult {
    const { name, label, all, chosen } = filter;
    const isOpen = this.#open === name;
    const isChosen = chosen.length > 0;
    const id = `filter-${name}`;
    return html`<button
        class="filter field button ${isChosen ? 'chosen' : ''}"
        part="field"
        type="button"
        popovertarget=${id}
        aria-haspopup="dialog"
        aria-expanded=${isOpen}
        @click=${toggleUnder}
      >
        <span class="cut ${isChosen ? '' : 'all'}" dir="auto" data-short=${label}
          ><span class="whole">${t('labelled', { label, words: isChosen ? summary(filter) : all })}</span></span
        >${icon('chevron', 'small')}
      </button>
      <div
        popover
        id=${id}
        class="filter-menu"
        role="dialog"
        aria-label=${label}
        @toggle=${(event: Event) => this.#toggled(name, event as ToggleEvent)}
        @focusout=${closeBehind}
        @keydown=${walk}
      >
        ${isOpen ? this.#renderMenu(filter) : nothing}
      </div>`;
  }

  #renderMenu({ label, options, chosen, choose }: Filter): TemplateResult {
    return html`${
        options.length < SEARCHED_FROM
          ? nothing
          : html`<input
              class="field search"
              part="field"
              type="search"
              .value=${this.#text}
              placeholder=${t('searchChoices', { label })}
              aria-label=${t('searchChoices', { label })}
              @input=${this.#onSearch}
            />`
      }
      ${guard([options, chosen, this.#text, label, t('noChoice')], () => {
        const found = foundIn(options, this.#text);
        return html`<ul class="values" aria-label=${label}>
            ${found.map(
              ([value, words]) =>
                html`<li>
                  <label
                    ><input
                      type="checkbox"
                      value=${value}
                      .checked=${chosen.includes(value)}
                      @change=${(event: Event) => choose(afterTick(chosen, event.target as HTMLInputElement))}
                    /><span dir="auto">${words}</span></label
                  >
                </li>`,
            )}
          </ul>
          ${found.length === 0 ? html`<p class="none" role="status">${t('noChoice')}</p>` : nothing}`;
      })}
      <div class="end">
        <span class="muted" role="status">${t('chosenOf', { chosen: chosen.length, total: options.length })}</span>
        <button
          class="button"
          part="button"
          type="button"
          aria-disabled=${chosen.length === 0}
          @click=${() => choose([])}
        >
          ${t('chooseNone')}
        </button>
      </div>`;
  }

  #toggled(name: string, { newState, currentTarget }: ToggleEvent): void {
    const menu = currentTarget as HTMLElement;
    if (newState === 'open') {
      this.#open = name;
      this.#text = '';
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() => menu.querySelector('input')?.focus());
      return;
    }
    // Within several elements a browser does not give the focus back by itself.
    if (menu.contains(this.#host.shadowRoot?.activeElement ?? null))
      (menu.previousElementSibling as HTMLElement).focus();
    if (this.#open !== name) return;
    this.#open = undefined;
    this.#host.requestUpdate();
  }

  readonly #onSearch = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    this.#host.requestUpdate();
  };
}

const foundIn = (options: readonly Choice[], text: string): readonly Choice[] => {
  const wanted = fold(text);
  return options.filter(([, words]) => fold(words).includes(wanted));
};

const afterTick = (chosen: readonly string[], { value, checked }: HTMLInputElement): readonly string[] => {
  const others = chosen.filter((it) => it !== value);
  return checked ? [...others, value] : others;
};

function summary({ options, chosen: [first = '', ...more] }: Filter): string {
  const words = options.find(([value]) => value === first)?.[1] ?? first;
  return more.length === 0 ? words : t('chosenAndMore', { first: words, more: more.length });
}

/** Arrows walk through the values; what is typed here is nobody else's key. */
function walk(event: KeyboardEvent): void {
  event.stopPropagation();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const fields = [...(event.currentTarget as HTMLElement).querySelectorAll('input')];
  const now = fields.indexOf(event.composedPath()[0] as HTMLInputElement);
  fields[Math.min(fields.length - 1, Math.max(0, now + step))]?.focus();
  event.preventDefault();
}
