import type { SavedViewItem } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient, Outcome } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { isShowing, type FloorLook } from './floor-look.ts';
import { menuKit } from './menu-kit.ts';
import type { PaletteCommand } from './palette-commands.ts';
import type { SavedViewsMenu } from './saved-views-menu.ts';
import { closeBehind, underButton } from './under-button.ts';

/** What saved views need of the floor that they are of. */
export interface SavedViewsHost {
  readonly root: () => HTMLElement | DocumentFragment;
  readonly look: () => FloorLook;
  readonly show: (look: FloorLook) => void;
  readonly redraw: () => void;
  /** What stood against a command; undefined where it was carried out. */
  readonly wordsOf: (outcome: Outcome) => string | undefined;
}

/** The floors that a supervisor or all of them saved under a name, and the one of them that is shown (F6). */
export class SavedViews {
  readonly #host: SavedViewsHost;
  #client: LiveClient | undefined;
  #menu: SavedViewsMenu | undefined;
  #opened = '';
  /** Whether the floor may still open with the view that its supervisor chose for that. */
  #isFresh = true;
  /** In the order of their names; undefined until the server has told them. */
  all: readonly SavedViewItem[] | undefined;
  opensWith: string | null = null;

  constructor(host: SavedViewsHost) {
    this.#host = host;
  }

  /** Follows what is saved until the signal. */
  follow(client: LiveClient, signal: AbortSignal): void {
    this.#client = client;
    const subscription = client.subscribe({ kind: 'views' }, (message) => {
      if (message.type !== 'views') return;
      this.all = message.views.toSorted((a, b) => a.name.localeCompare(b.name));
      this.opensWith = message.opensWith;
      if (this.#isFresh && this.opensWith !== null) this.open(this.opensWith);
      this.#isFresh = false;
      this.#host.redraw();
    });
    signal.addEventListener('abort', () => subscription.close());
  }

  /** Something else was asked for: the floor opens with nothing any more. */
  left(): void {
    this.#isFresh = false;
  }

  /** The view that is shown: the one opened last where several look alike. */
  get now(): SavedViewItem | undefined {
    const look = this.#host.look();
    const alike = this.all?.filter((view) => isShowing(view.look, look)) ?? [];
    return alike.find(({ id }) => id === this.#opened) ?? alike[0];
  }

  /** A new view of what is looked at was saved. */
  saved(id: string): void {
    this.#opened = id;
  }

  get host(): SavedViewsHost {
    return this.#host;
  }

  open(id: string): void {
    const view = this.all?.find((one) => one.id === id);
    if (!view) return;
    this.#opened = id;
    this.#host.show(view.look);
    announce(view.name);
  }

  /** Carries a command out; answers what stood against it. */
  async command(asked: Parameters<LiveClient['command']>[0]): Promise<string | undefined> {
    const outcome = await this.#client?.command(asked);
    return outcome && this.#host.wordsOf(outcome);
  }

  /** Opens the list of views, which is fetched when it is first wanted. */
  async showMenu(): Promise<void> {
    if (this.all === undefined) return;
    this.#menu ??= new (await import('./saved-views-menu.ts')).SavedViewsMenu(menuKit, this);
    this.#host.redraw();
    const root = this.#host.root();
    const [menu, button] = ['.views-menu', '.views-button'].map((name) => root.querySelector<HTMLElement>(name));
    if (!menu || !button) return;
    menu.togglePopover();
    underButton(menu, button, true);
  }

  /** The same as commands: each view opens by its name. */
  commands(): readonly PaletteCommand[] {
    const why = this.all === undefined ? t('notPossible') : null;
    return [
      { name: `${t('savedViews')} …`, key: 'V', why, run: () => void this.showMenu() },
      ...(this.all ?? []).map(({ id, name }) => ({
        name: t('openView', { view: name }),
        key: '',
        why: null,
        run: () => this.open(id),
      })),
    ];
  }

  /** The button that says which view is shown, and the place of the list under it. */
  render(): TemplateResult {
    const now = this.now;
    return html`<button
        class="button views-button ${now ? 'named' : ''}"
        part="button"
        type="button"
        aria-haspopup="dialog"
        popovertarget="views"
        aria-expanded=${this.#menu?.isOpen === true}
        ?disabled=${this.all === undefined}
        @click=${this.#onButton}
      >
        <span class="cut" dir="auto">${now?.name ?? t('savedViews')}</span>${icon('chevron', 'small')}
      </button>
      <div
        popover
        id="views"
        class="views-menu"
        role="dialog"
        aria-label=${t('savedViews')}
        @toggle=${this.#onToggle}
        @focusout=${closeBehind}
      >
        ${this.#menu?.render()}
      </div>`;
  }

  readonly #onButton = (event: Event): void => {
    // The browser would show it empty.
    event.preventDefault();
    void this.showMenu();
  };

  readonly #onToggle = (event: Event): void => this.#menu?.toggled(event);
}
