import type { SavedViewItem } from '@floorwalk/core/protocol';
import type { TemplateResult } from 'lit';
import { menuStyles } from './saved-views-menu.styles.ts';
import type { MenuKit } from './menu-kit.ts';
import type { SavedViews } from './saved-views.ts';

// Fetched when the list is first opened, as one file: all that it needs at run time comes with `kit`.

/** As many as the server keeps for a person, and for all supervisors together. */
const MOST = 40;
const LONGEST = 60;
/** What names may not contain: it is seen by nobody and turns the words around it. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

type Draft = Pick<SavedViewItem, 'id' | 'name' | 'shared' | 'look'> & { readonly seen: number | null };

/** The list of saved views: opened, named, shared, changed and deleted, each act taken back by one button (F6). */
export class SavedViewsMenu {
  readonly #kit: MenuKit;
  readonly #views: SavedViews;
  /** The view that is being changed; empty while none is. */
  #changed = '';
  #trouble = '';
  #done: { readonly words: string; readonly undo: () => void } | undefined;
  #hasGoneOn = false;
  isOpen = false;

  constructor(kit: MenuKit, views: SavedViews) {
    this.#kit = kit;
    this.#views = views;
    const root = views.host.root();
    const sheet = menuStyles(kit.css).styleSheet;
    if (root instanceof ShadowRoot && sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  toggled(event: Event): void {
    this.isOpen = (event as ToggleEvent).newState === 'open';
    this.#changed = '';
    this.#trouble = '';
    this.#views.host.redraw();
    if (this.isOpen) setTimeout(() => this.#focus('.view-open[aria-current]', '.view-open', 'input'));
    else {
      this.#done = undefined;
      // Within several elements a browser does not give the focus back by itself.
      const root = this.#views.host.root();
      if (root.querySelector('.views-menu :focus')) root.querySelector<HTMLElement>('.views-button')?.focus();
    }
  }

  render(): TemplateResult {
    const { html, nothing, t } = this.#kit;
    const { all = [] } = this.#views;
    const own = all.filter(({ shared }) => !shared);
    const shared = all.filter((view) => view.shared);
    return html`<div class="views-box" @keydown=${this.#onKey}>
      ${this.#trouble === '' ? nothing : html`<p class="strip bad" role="alert">${this.#trouble}</p>`}
      ${
        this.#done
          ? html`<div class="strip still" role="status">
              <span dir="auto">${this.#done.words}</span>
              <button class="button" part="button" type="button" @click=${this.#done.undo}>${t('undo')}</button>
            </div>`
          : nothing
      }
      ${all.length === 0 ? html`<p class="hint">${t('viewsNone')}</p>` : nothing}
      ${own.length > 0 ? this.#renderList(t('viewsOwn'), own) : nothing}
      ${shared.length > 0 ? this.#renderList(t('viewsShared'), shared) : nothing}
      ${this.#changed === '' ? this.#renderForm(undefined) : nothing}
    </div>`;
  }

  #renderList(name: string, views: readonly SavedViewItem[]): TemplateResult {
    const { html } = this.#kit;
    return html`<div class="group" aria-hidden="true">${name}</div>
      <ul aria-label=${name}>
        ${views.map((view) => html`<li>${this.#renderView(view)}</li>`)}
      </ul>`;
  }

  #renderView(view: SavedViewItem): TemplateResult {
    const { html, nothing, icon, t } = this.#kit;
    const { id, name, shared, owner } = view;
    const isNow = this.#views.now?.id === id;
    const isFirst = this.#views.opensWith === id;
    const isChanged = this.#changed === id;
    return html`<div class="view-line">
        <button
          class="button plain view-open"
          part="button"
          type="button"
          aria-current=${isNow ? 'true' : nothing}
          @click=${() => this.#open(id)}
        >
          ${icon(isNow ? 'tick' : 'filter', 'small')}
          <span class="cut" dir="auto">${name}</span>
          ${shared ? html`<small class="muted cut" dir="auto">${owner.name}</small>` : nothing}
        </button>
        <button
          class="button plain square"
          part="button"
          type="button"
          aria-pressed=${isFirst}
          aria-label=${t('opensFirst', { view: name })}
          title=${t('opensFirst', { view: name })}
          @click=${() => void this.#tell({ type: 'open-with', view: isFirst ? null : id })}
        >
          ${icon('pin')}
        </button>
        <button
          class="button plain square"
          part="button"
          type="button"
          aria-expanded=${isChanged}
          aria-label=${t('changeView', { view: name })}
          title=${t('changeView', { view: name })}
          @click=${() => this.#change(isChanged ? '' : id)}
        >
          ${icon('more')}
        </button>
      </div>
      ${isChanged ? this.#renderForm(view) : nothing}`;
  }

  /** The form of a view that is there, or of what is looked at as a new one. */
  #renderForm(view: SavedViewItem | undefined): TemplateResult {
    const { html, nothing, t } = this.#kit;
    return html`<form class="view-form ${view ? '' : 'end'}" @submit=${(event: Event) => this.#submit(event, view)}>
      <label
        ><span>${t(view ? 'viewName' : 'saveView')}</span
        ><input
          class="field"
          part="field"
          name="name"
          required
          maxlength=${LONGEST}
          dir="auto"
          autocomplete="off"
          placeholder=${t('viewName')}
          .defaultValue=${view?.name ?? ''}
      /></label>
      <label class="view-tick"
        ><input type="checkbox" name="shared" .defaultChecked=${view?.shared ?? false} /><span
          >${t('shareView')}</span
        ></label
      >
      ${
        view
          ? html`<label class="view-tick"
              ><input type="checkbox" name="look" ?disabled=${this.#views.now?.id === view.id} /><span
                >${t('replaceLook')}</span
              ></label
            >`
          : html`<p class="hint">${t('saveViewMore')}</p>`
      }
      <div class="view-acts">
        <button class="button primary" part="button primary" type="submit">
          ${t(view ? 'saveChange' : 'saveView')}
        </button>
        ${
          view
            ? html`<button class="button" part="button" type="button" @click=${() => void this.#remove(view)}>
                ${t('deleteView')}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #submit(event: Event, view: SavedViewItem | undefined): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form);
    const typed = given.get('name');
    const name = typeof typed === 'string' ? typed.replaceAll(UNSEEN, '').trim() : '';
    if (name === '') return;
    const look = !view || given.has('look') ? this.#views.host.look() : view.look;
    const { id, at: seen } = view ?? { id: `v-${this.#kit.newId()}`, at: null };
    const draft: Draft = { id, name, look, shared: given.has('shared'), seen };
    const no = this.#whyNot(draft);
    if (no !== undefined) return this.#say(no);
    void this.#save(draft).then((isSaved) => {
      if (!isSaved) return;
      form.reset();
      this.#change('');
      if (!view) this.#views.saved(id);
      const undo = view ? () => void this.#putBack(view) : () => void this.#takeBack(id);
      this.#say('', { words: this.#kit.t('viewSaved', { view: name }), undo });
    });
  }

  /** What the server would refuse, in the words of the page. */
  #whyNot({ id, name, shared }: Draft): string | undefined {
    const { t } = this.#kit;
    const others = this.#views.all?.filter((view) => view.shared === shared && view.id !== id) ?? [];
    const fold = (text: string): string => text.normalize('NFKD').toLowerCase();
    if (others.length >= MOST) return t('viewsFull', { most: MOST });
    return others.some((view) => fold(view.name) === fold(name)) ? t('viewNameTaken') : undefined;
  }

  async #save({ id, seen, ...view }: Draft): Promise<boolean> {
    // Deleted by somebody else while it was being changed: what was typed stays in the form.
    if (seen !== null && !this.#views.all?.some((one) => one.id === id)) {
      this.#say(this.#kit.t('viewGone'));
      return false;
    }
    return this.#tell({ type: 'save-view', view: id, seen, ...view });
  }

  async #remove(view: SavedViewItem): Promise<void> {
    if (!(await this.#tell({ type: 'delete-view', view: view.id, seen: view.at }))) return;
    this.#change('');
    const undo = (): void => void this.#putBack(view, null);
    this.#say('', { words: this.#kit.t('viewDeleted', { view: view.name }), undo });
    this.#goTo('.strip .button');
  }

  /** As it was before the last act, unless somebody else has changed it since. */
  async #putBack(view: SavedViewItem, seen = this.#seen(view.id)): Promise<void> {
    if (await this.#tell({ type: 'save-view', view: view.id, seen, ...shownOf(view) })) this.#say('');
    this.#goTo('.view-open', 'input');
  }

  async #takeBack(id: string): Promise<void> {
    const seen = this.#seen(id);
    if (seen === null || (await this.#tell({ type: 'delete-view', view: id, seen }))) this.#say('');
    this.#goTo('.view-open', 'input');
  }

  #seen(id: string): number | null {
    return this.#views.all?.find((view) => view.id === id)?.at ?? null;
  }

  /** Carries a command out, and says what stood against it. */
  async #tell(asked: Parameters<SavedViews['command']>[0]): Promise<boolean> {
    const hasGoneOn = this.#kit.goingOn();
    const no = await this.#views.command(asked);
    this.#hasGoneOn = hasGoneOn();
    this.#say(no ?? '', no === undefined ? this.#done : undefined);
    return no === undefined;
  }

  #say(trouble: string, done?: { readonly words: string; readonly undo: () => void }): void {
    this.#trouble = trouble;
    this.#done = done;
    this.#views.host.redraw();
  }

  #change(id: string): void {
    this.#changed = id;
    this.#say('');
    if (id !== '') this.#focus('li .view-form input');
  }

  #open(id: string): void {
    this.#views.open(id);
    this.#views.host.root().querySelector<HTMLElement>('.views-menu')?.hidePopover();
  }

  /** The keyboard goes there after a command, unless somebody has gone on while it was carried out. */
  #goTo(...wanted: readonly string[]): void {
    if (!this.#hasGoneOn) this.#focus(...wanted);
    this.#hasGoneOn = false;
  }

  /** The first of these that is there, once it is drawn. */
  #focus(...wanted: readonly string[]): void {
    const root = this.#views.host.root();
    const found = (one: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(`.views-menu ${one}`)];
    setTimeout(() => wanted.flatMap(found)[0]?.focus());
  }

  /** Arrows walk through the views; what is typed here is nobody else's key. */
  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = event.composedPath()[0];
    if (step === 0 || !(from instanceof HTMLElement) || !from.matches('.view-open')) return;
    const items = [...this.#views.host.root().querySelectorAll<HTMLElement>('.view-open')];
    items[Math.max(0, items.indexOf(from) + step)]?.focus();
    event.preventDefault();
  };
}

const shownOf = ({ name, shared, look }: SavedViewItem): Pick<SavedViewItem, 'name' | 'shared' | 'look'> => ({
  name,
  shared,
  look,
});
