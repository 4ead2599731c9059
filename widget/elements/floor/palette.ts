import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../../announcer/announcer.ts';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { rows, staffStyles } from '../../styles/index.ts';
import { fold } from './fold.ts';
import { paletteStyles } from './palette.styles.ts';
import { noGroups, type PaletteCommand, type PaletteGroup } from './palette-commands.ts';
import { renderKeys } from './render-keys.ts';
import { inStaffLanguage } from '../../strings/load.ts';

/** Every command in one list that is searched and walked by keys, with its own key and the reason where it is off. */
export class FloorwalkPalette extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
  }

  static override styles = [...staffStyles, rows, paletteStyles];

  @property({ attribute: false }) groups: readonly PaletteGroup[] = noGroups;
  @state() private mode: 'commands' | 'keys' | undefined;
  @state() private text = '';
  @state() private place = 0;

  /** It is wanted and not there yet. What is drawn while it goes does not bring it back, and takes no focus away. */
  #isComing = false;

  /** Whether it is shown, so that its commands have to be kept as they are now. */
  get isOpen(): boolean {
    return this.mode !== undefined;
  }

  /** Shows the commands to search, or only their keys. */
  show(mode: 'commands' | 'keys'): void {
    this.#isComing ||= !this.isOpen;
    this.mode = mode;
    this.text = '';
    this.place = 0;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && this.#isComing) dialog.showModal();
    this.#isComing = false;
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.mode) return nothing;
    const title = t(this.mode === 'keys' ? 'keys' : 'palette');
    return html`<dialog
      part="dialog"
      aria-label=${title}
      @close=${this.#onClosed}
      @click=${this.#onClick}
      @keydown=${this.#onKey}
    >
      <div class="box">
        <header class="head">
          <span class="strong grow">${title}</span>
          <button
            class="button plain square"
            part="button"
            type="button"
            aria-label=${t('close')}
            @click=${() => this.#close()}
          >
            ${icon('close')}
          </button>
        </header>
        ${this.mode === 'keys' ? renderKeys(this.groups) : this.#renderCommands()}
      </div>
    </dialog>`;
  }

  #renderCommands(): TemplateResult {
    const found = this.#found();
    let index = -1;
    return html`<div class="tools">
        <input
          class="field"
          part="field"
          type="search"
          role="combobox"
          autofocus
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls="commands"
          aria-activedescendant=${found.length > 0 ? `p-${this.#place(found)}` : nothing}
          .value=${this.text}
          placeholder=${t('paletteSearch')}
          aria-label=${t('paletteSearch')}
          @input=${this.#onText}
        />
      </div>
      <div class="list" id="commands" role="listbox" aria-label=${t('palette')}>
        ${this.#groupsFound().map(
          ({ name, commands }, group) =>
            html`<div role="group" aria-labelledby="g-${group}">
              <div class="group" id="g-${group}" dir="auto">${name}</div>
              ${commands.map((command) => this.#renderCommand(command, (index += 1), this.#place(found)))}
            </div>`,
        )}
        ${found.length === 0 ? html`<p class="group" role="option" aria-disabled="true" aria-selected="false">${t('paletteNone')}</p>` : nothing}
      </div>`;
  }

  #renderCommand({ name, key, why, run }: PaletteCommand, index: number, place: number): TemplateResult {
    return html`<div
      class="entry choosable"
      part="row"
      id="p-${index}"
      role="option"
      aria-selected=${index === place}
      aria-disabled=${why !== null}
      @click=${() => this.#run({ name, why, run })}
    >
      <span class="words"
        ><span class="name" dir="auto">${name}</span
        >${why === null ? nothing : html` <small dir="auto">${why}</small>`}</span
      >${key ? html`<kbd class="key">${key}</kbd>` : nothing}
    </div>`;
  }

  #groupsFound(): readonly PaletteGroup[] {
    const wanted = fold(this.text).split(/\s+/u);
    return this.groups
      .map(({ name, commands }) => ({
        name,
        commands: commands.filter((command) => wanted.every((word) => fold(`${command.name} ${name}`).includes(word))),
      }))
      .filter(({ commands }) => commands.length > 0);
  }

  #found(): readonly PaletteCommand[] {
    return this.#groupsFound().flatMap(({ commands }) => commands);
  }

  #place(found: readonly PaletteCommand[]): number {
    return Math.min(this.place, Math.max(0, found.length - 1));
  }

  /** One that is not possible stays in the list and its reason is said. */
  #run({ name, why, run }: Pick<PaletteCommand, 'name' | 'why' | 'run'>): void {
    if (why !== null) return announce(t('labelled', { label: name, words: why }));
    this.#close();
    run();
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
    this.mode = undefined;
  }

  readonly #onClosed = (): void => {
    this.mode = undefined;
  };

  /** The dialog's own ground is outside its box. */
  readonly #onClick = (event: Event): void => {
    if (event.target === event.currentTarget) this.#close();
  };

  readonly #onText = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.place = 0;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // What is pressed here is not the list's.
    event.stopPropagation();
    if (this.mode === 'keys' || event.isComposing) return;
    const found = this.#found();
    const now = this.#place(found);
    const steps: Readonly<Record<string, number>> = { ArrowDown: now + 1, ArrowUp: now - 1 };
    const to = steps[event.key];
    if (to !== undefined) this.place = (to + found.length) % Math.max(1, found.length);
    else if (event.key === 'Enter' && event.composedPath()[0] instanceof HTMLInputElement) {
      const command = found[now];
      if (command) this.#run(command);
    } else return;
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-palette': FloorwalkPalette;
  }
}
