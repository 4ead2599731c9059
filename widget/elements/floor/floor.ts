import type { FloorQuery, FloorRow, FloorView, SortColumn } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient } from '../../client/index.ts';
import { define } from '../../define/define.ts';
import { CommandRequestedEvent, ConversationSelectedEvent } from '../../events/floor-events.ts';
import { pictureStyles } from '../../pictures/index.ts';
import type { FloorPicture } from '../../stores/floor-store.ts';
import { t } from '../../strings/index.ts';
import { rows, staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { FloorwalkChoices } from './choices.ts';
import { keyDeed, nextOpen, type KeyDeed } from './floor-keys.ts';
import { floorCommands } from './floor-commands.ts';
import { FloorWindow } from './floor-window.ts';
import { columns } from './floor-words.ts';
import { floorStyles } from './floor.styles.ts';
import { floorWidths } from './floor-widths.styles.ts';
import { Pace } from './pace.ts';
import { FloorwalkPalette, type PaletteGroup } from './palette.ts';
import { renderCommands, renderWhy } from './render-commands.ts';
import { renderEmpty } from './render-empty.ts';
import { renderFilters } from './render-filters.ts';
import { renderFoot } from './render-foot.ts';
import { renderGrid } from './render-grid.ts';
import { renderHead, renderViews } from './render-head.ts';
import { renderRefused, type Refused } from './render-refused.ts';
import { whyNot, type BarCommand } from './row-commands.ts';

define('floorwalk-choices', FloorwalkChoices);
define('floorwalk-palette', FloorwalkPalette);

/** So many changes are shown at once; a stream of them every tenth of a second. */
const SHOWN_AT_ONCE = 10;
const SHOWN_EVERY_MS = 100;

/** Commands that are done at once; the others are decided in a panel of their own. */
const atOnce = { withdraw: 'withdraw', cancelTransfer: 'cancel-transfer', claim: 'claim' } as const;

/**
 * The live list of conversations with its commands (F1, F2, F5).
 *
 * @fires floorwalk-conversation-selected - Another row is selected.
 * @fires floorwalk-command-requested - A command is wanted for a conversation; cancelable.
 * @csspart panel header tabs filters commands command grid row cell status refusal button field dialog
 */
export class FloorwalkFloor extends FloorwalkPanel {
  static override styles = [...staffStyles, rows, pictureStyles, floorStyles, floorWidths];

  /** The selected conversation. */
  @property({ reflect: true }) selected = '';
  /** Commands of the page around the floor, listed in its palette before its own. */
  @property({ attribute: false }) more: readonly PaletteGroup[] = [];
  @state() private refused: Refused | undefined;

  readonly #window = new FloorWindow();
  readonly #pace = new Pace(() => this.requestUpdate(), SHOWN_EVERY_MS, SHOWN_AT_ONCE);
  #focusRow: string | undefined;

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    const ended = (words: string): void => {
      this.refused = { id: '', words };
    };
    this.#window.open(client, signal, () => this.#pace.ask(), ended);
    signal.addEventListener('abort', () => this.#pace.stop());
  }

  /** Shows another view, filter or order from its start. */
  ask(change: Partial<FloorQuery>): void {
    this.#window.ask(change);
    this.requestUpdate();
  }

  /** Opens the list of all commands for the selected row and the floor, or of their keys. */
  showPalette(mode: 'commands' | 'keys' = 'commands'): void {
    const palette = this.renderRoot.querySelector('floorwalk-palette');
    if (!palette) return;
    palette.groups = this.#groups();
    palette.show(mode);
  }

  protected override updated(): void {
    const id = this.#focusRow;
    if (id === undefined) return;
    this.#focusRow = undefined;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    const floor = this.#window.picture;
    const row = floor.rows.get(this.selected);
    const { welcome } = this.live ?? {};
    const ask = (change: Partial<FloorQuery>): void => this.ask(change);
    const palette = this.renderRoot.querySelector('floorwalk-palette');
    return html`<section class="panel" part="panel" aria-label=${t('floor')} @keydown=${this.#onPanelKey}>
        ${renderHead(this.live, this.headingLevel, html``)} ${this.renderConnection()}
        ${renderViews(floor.counts, this.#window.query.view ?? 'all', (view, isByKey) => this.#show(view, isByKey))}
        ${renderFilters(this.#window.query, welcome, ask)}
        ${renderCommands(row, this.#isLive, (command) => void this.#request(command))}
        ${
          floor.order.length === 0
            ? html`${this.#renderRefused(floor)}${renderEmpty(floor, this.#window.query, welcome?.queues.length, ask)}`
            : this.#renderGrid(floor)
        }
        ${renderWhy(row, this.now())} ${renderFoot(floor, () => this.#showOrder())}
      </section>
      <floorwalk-palette .groups=${palette?.isOpen ? this.#groups() : []}></floorwalk-palette>`;
  }

  get #isLive(): boolean {
    return this.live?.status.state === 'live';
  }

  #renderGrid(floor: FloorPicture): TemplateResult {
    const { refused } = this;
    const view = {
      query: this.#window.query,
      now: Math.floor(this.now() / 1_000) * 1_000,
      me: this.live?.welcome?.person.id ?? '',
      selected: this.selected,
      isLive: this.#isLive,
      rowHeight: this.#rowHeight,
      headHeight: this.renderRoot.querySelector<HTMLElement>('.heads')?.offsetHeight ?? 0,
      below: refused && { id: refused.id, content: this.#renderRefused(floor) },
    };
    return renderGrid(floor, view, {
      select: (id) => this.#select(id),
      open: (id) => {
        this.#select(id);
        void this.#request('monitor');
      },
      sort: (column) => this.#sortBy(column),
      scroll: this.#onScroll,
      key: this.#onKey,
      hold: (isHeld, to) => this.#hold(isHeld, to),
    });
  }

  #renderRefused({ rows: known }: FloorPicture): TemplateResult {
    const { refused } = this;
    if (!refused) return html``;
    const close = (): void => {
      this.refused = undefined;
    };
    const monitor = (): void => {
      this.#select(refused.id);
      void this.#request('monitor');
    };
    return renderRefused(refused, known.get(refused.id), monitor, close);
  }

  #groups(): readonly PaletteGroup[] {
    const floor = this.#window.picture;
    const facts = { floor, query: this.#window.query, selected: this.selected, isLive: this.#isLive };
    const own = floorCommands(facts, {
      request: (command, isBeside) => void this.#request(command, isBeside),
      ask: (change) => this.ask(change),
      sort: (column) => this.#sortBy(column),
      do: (deed) => this.#do(deed),
    });
    return [...own, ...this.more];
  }

  get #rowHeight(): number {
    return this.renderRoot.querySelector<HTMLElement>('.row[data-id]')?.offsetHeight ?? 44;
  }

  /** Held while the list has pointer or focus (F4); `to` is where the focus goes. */
  #hold(isHeld: boolean, to: Node | null = this.shadowRoot?.activeElement ?? null): void {
    const list = this.renderRoot.querySelector('.scroller');
    if (!isHeld && (list?.matches(':hover') || list?.contains(to))) return;
    this.#window.hold(isHeld);
    this.requestUpdate();
  }

  #show(view: FloorView, isFocused: boolean): void {
    this.ask({ view });
    if (!isFocused) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#view-${view}`)?.focus());
  }

  #showOrder(): void {
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    this.#window.showOrder();
    // A row that is moved in the page loses the focus.
    this.#focusRow = focused;
    this.requestUpdate();
  }

  #select(id: string): void {
    if (this.selected === id) return;
    this.selected = id;
    this.dispatchEvent(new ConversationSelectedEvent(id));
  }

  async #request(command: BarCommand, isBeside = false): Promise<void> {
    const row = this.#window.picture.rows.get(this.selected);
    if (!row || whyNot(row, command, this.#isLive) !== null) return;
    this.refused = undefined;
    if (!(command in atOnce)) {
      const wanted = command as CommandRequestedEvent['command'];
      this.dispatchEvent(new CommandRequestedEvent(wanted, row.id, row.customer, isBeside));
      return;
    }
    const outcome = await this.live?.command({ type: atOnce[command as keyof typeof atOnce], conversation: row.id });
    const words = outcome && this.failure(outcome);
    if (words) this.refused = { id: row.id, words };
    else if (command === 'claim') this.#openClaimed(row);
  }

  /** Who comes when a hand is raised looks at the conversation. */
  #openClaimed({ id, customer }: FloorRow): void {
    this.dispatchEvent(new CommandRequestedEvent('monitor', id, customer, true));
  }

  #sortBy(column: SortColumn): void {
    const isSame = (this.#window.query.sort ?? 'attention') === column;
    const descending = isSame
      ? this.#window.query.descending === false
      : column === 'attention' || column === 'wait' || column === 'transfers';
    this.ask({ sort: column, descending });
    announce(t('sortedBy', { column: t(columns.find(([id]) => id === column)?.[1] ?? 'columnWait') }));
  }

  readonly #onScroll = (event: Event): void => {
    const { scrollTop, clientHeight } = event.currentTarget as HTMLElement;
    this.#window.see(Math.floor(scrollTop / this.#rowHeight), clientHeight / this.#rowHeight);
  };

  readonly #onPanelKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    this.showPalette();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.target as HTMLElement;
    // The heads are buttons of their own.
    if (from.tagName === 'BUTTON' && (event.key === 'Enter' || event.key === ' ')) return;
    const { order, rows: known } = this.#window.picture;
    const focused = from.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const id = focused ?? this.selected;
    const deed = keyDeed(event.key, event.shiftKey, { order, index: order.indexOf(id), row: known.get(id) });
    if (!deed) return;
    if (focused && (deed.do === 'command' || deed.do === 'nothing')) this.#select(focused);
    this.#do(deed);
    event.preventDefault();
  };

  #do(deed: KeyDeed): void {
    const { order, rows: known } = this.#window.picture;
    switch (deed.do) {
      case 'select':
        return this.#go(deed.id);
      case 'command':
        return void this.#request(deed.command, deed.isBeside);
      case 'view':
        return this.ask({ view: deed.view });
      case 'show':
        return this.#showOrder();
      case 'search':
        return this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
      case 'nextOpen': {
        const next = nextOpen({ order, index: order.indexOf(this.selected) }, known);
        return next === undefined ? announce(t('noOpenHere')) : this.#go(next);
      }
      case 'keys':
        return this.showPalette('keys');
      case 'nothing':
    }
  }

  /** Selects a row and takes the focus there. */
  #go(id: string): void {
    this.#select(id);
    this.#focusRow = id;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-floor': FloorwalkFloor;
  }
}
