import type { FloorQuery, FloorView, SortColumn } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { LiveClient } from '../../client/index.ts';
import { define } from '../../define/define.ts';
import { AttentionChangedEvent, CommandRequestedEvent, ConversationSelectedEvent } from '../../events/floor-events.ts';
import type { FloorPicture } from '../../stores/floor-store.ts';
import { t } from '../../strings/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { allStyles } from './all.styles.ts';
import { Attention } from './attention.ts';
import { floorCommands } from './floor-commands.ts';
import { FilterMenus } from './filter-menus.ts';
import { FirstRows } from './first-rows.ts';
import { FloorWindow } from './floor-window.ts';
import { ListKeys } from './list-keys.ts';
import { Pace } from './pace.ts';
import { FloorwalkPalette } from './palette.ts';
import { noGroups, type PaletteGroup } from './palette-commands.ts';
import { isPaletteKey } from './page-keys.ts';
import { alarmCommands, renderAlarms } from './render-alarms.ts';
import { renderCommands, renderWhy } from './render-commands.ts';
import { renderEmpty } from './render-empty.ts';
import { renderFilters } from './render-filters.ts';
import { renderFoot } from './render-foot.ts';
import { renderGrid } from './render-grid.ts';
import { renderHead, renderViews } from './render-head.ts';
import { renderRefused } from './render-refused.ts';
import type { RowDeed } from './row-commands.ts';
import { densityOf, lookOf, showDensity } from './floor-look.ts';
import { RowHeights } from './row-heights.ts';
import { keptDensity, linesCommand } from './row-lines.ts';
import { RowRequests } from './row-requests.ts';
import { SavedViews } from './saved-views.ts';
import { allParts } from '../panel/all-parts.ts';

define('floorwalk-palette', FloorwalkPalette);

/**
 * The live list of conversations with its commands (F1, F2, F5).
 *
 * @fires floorwalk-conversation-selected - Another row is selected.
 * @fires floorwalk-command-requested - A command is wanted for a conversation; cancelable.
 * @fires floorwalk-attention-changed - Another number of conversations needs attention.
 */
export class FloorwalkFloor extends FloorwalkPanel {
  static override styles = allStyles;

  /** The selected conversation. */
  @property({ reflect: true }) selected = '';
  /** Commands of the page around the floor, listed in its palette before its own. */
  @property({ attribute: false }) more: () => readonly PaletteGroup[] = () => [];

  readonly #window = new FloorWindow();
  readonly #requests = new RowRequests(
    this,
    () => this.live,
    (command) => this.carryOut(command),
    (outcome) => this.failure(outcome),
  );
  readonly #attention = new Attention(
    () => this.requestUpdate(),
    ({ id, customer }) => this.dispatchEvent(new CommandRequestedEvent('monitor', id, customer)),
  );
  readonly #views = new SavedViews({
    root: () => this.renderRoot,
    look: () => lookOf(this.#window.query, densityOf(this)),
    show: ({ density, ...query }) => {
      showDensity(this, density);
      this.ask({ ...query, text: '' });
    },
    redraw: () => this.requestUpdate(),
    wordsOf: (outcome) => this.failure(outcome),
  });
  /** A few changes are shown at once, a stream of them every tenth of a second. */
  readonly #pace = new Pace(() => this.requestUpdate(), 100, 10);
  readonly #keys = new ListKeys({
    picture: () => this.#window.picture,
    selected: () => this.selected,
    select: (id) => this.#select(id),
    go: (id) => this.#go(id),
    request: (command, isBeside) => this.#request(command, isBeside),
    ask: (change) => this.ask(change),
    showOrder: () => this.#showOrder(),
    search: () => this.renderRoot.querySelector<HTMLElement>('.search')?.focus(),
    showKeys: () => this.showPalette('keys'),
    showViews: () => void this.#views.showMenu(),
  });
  readonly #filters = new FilterMenus(this);
  readonly #first = new FirstRows(() => this.requestUpdate());
  #focusRow: string | undefined;
  #urgent = 0;
  readonly #heights = new RowHeights(this);

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    this.#attention.follow(client, signal);
    this.#views.follow(client, signal);
    this.#heights.follow(signal);
    keptDensity(this);
    const changed = (): void => {
      this.#first.come();
      this.#pace.ask();
    };
    if (client.status.state === 'connecting' && this.#window.isFirst) this.#first.await(signal);
    this.#window.open(client, signal, changed, (words) => this.#requests.refuse({ id: '', words }));
    signal.addEventListener('abort', () => this.#pace.stop());
  }

  /** It connects first and is drawn while the server answers; the first rows are drawn with the welcome. */
  protected override async scheduleUpdate(): Promise<unknown> {
    this.connect();
    if (!this.hasUpdated && this.live) await this.#first.after(this.live.called);
    if (this.#isLive && this.hasUpdated && this.#window.isFirst) await this.#first.wait();
    return super.scheduleUpdate();
  }

  /** Shows another view, filter or order from its start. */
  ask(change: Partial<FloorQuery>): void {
    this.#views.left();
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

  /** Takes the focus to the list: to the selected row, or the first. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[data-id][tabindex="0"]')?.focus();
  }

  protected override updated(): void {
    this.#heights.drawn();
    if (!this.#window.isFirst) this.#first.drawn();
    const { attention = 0 } = this.#window.picture.counts;
    if (attention !== this.#urgent) this.dispatchEvent(new AttentionChangedEvent((this.#urgent = attention)));
    const id = this.#focusRow;
    this.#focusRow = undefined;
    if (id !== undefined) this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    const shutOut = this.renderShutOut();
    if (shutOut) return shutOut;
    const floor = this.#window.picture;
    const row = floor.rows.get(this.selected);
    const ask = (change: Partial<FloorQuery>): void => this.ask(change);
    const palette = this.renderRoot.querySelector('floorwalk-palette');
    const isAwaited = this.#first.isAwaited(this.live?.status);
    return html`<section
        class="panel ${isAwaited ? 'awaited' : ''}"
        part="panel"
        aria-label=${t('floor')}
        @keydown=${this.#onPanelKey}
      >
        ${renderHead(this.live, this.headingLevel, renderAlarms(this.#attention))} ${this.renderConnection()}
        <div class="views">
          ${renderViews(floor.counts, this.#window.query.view ?? 'all', (view, isByKey) => this.#show(view, isByKey))}
          ${this.#views.render()}
        </div>
        ${renderFilters(this.#window.query, this.live?.welcome, this.#filters, ask)}
        ${renderCommands(row, this.#isLive, (command) => this.#request(command))}
        ${
          floor.order.length === 0 && !isAwaited
            ? html`${this.#renderRefused(floor)}${renderEmpty(floor, this.#window.query, this.live?.welcome?.queues.length, ask)}`
            : this.#renderGrid(floor)
        }
        ${renderWhy(row, this.now())} ${renderFoot(floor, () => this.#showOrder())}
      </section>
      <floorwalk-palette
        exportparts=${allParts}
        .groups=${palette?.isOpen ? this.#groups() : noGroups}
      ></floorwalk-palette>`;
  }

  get #isLive(): boolean {
    return this.live?.status.state === 'live';
  }

  #renderGrid(floor: FloorPicture): TemplateResult {
    const view = {
      query: this.#window.query,
      now: Math.floor(this.now() / 1_000) * 1_000,
      me: this.live?.welcome?.person.id ?? '',
      selected: this.selected,
      isLive: this.#isLive,
      seen: { ...this.#window.seen, length: this.#heights.now.fitting },
      isWhole: this.#first.isWhole,
      ...this.#heights.now,
      below: this.#requests.refused && { id: this.#requests.refused.id, content: this.#renderRefused(floor) },
    };
    return renderGrid(floor, view, {
      select: (id) => this.#select(id),
      open: (id) => this.#monitor(id),
      sort: this.#sort,
      scroll: this.#onScroll,
      key: this.#keys.onKey,
      hold: (isHeld, to) => this.#hold(isHeld, to),
    });
  }

  #renderRefused({ rows: known }: FloorPicture): TemplateResult {
    return renderRefused(this.#requests, known, (id) => this.#monitor(id));
  }

  #groups(): readonly PaletteGroup[] {
    const floor = this.#window.picture;
    const facts = { floor, query: this.#window.query, selected: this.selected, isLive: this.#isLive };
    const own = floorCommands(facts, {
      request: (command, isBeside) => this.#request(command, isBeside),
      ask: (change) => this.ask(change),
      sort: this.#sort,
      do: (deed) => this.#keys.do(deed),
    });
    const shown = { name: t('groupRows'), commands: [linesCommand(this)] };
    const saved = { name: t('savedViews'), commands: this.#views.commands() };
    return [...own, saved, shown, { name: t('groupAlarms'), commands: alarmCommands(this.#attention) }, ...this.more()];
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
    // A row that is moved in the page loses the focus.
    this.#focusRow = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    this.#window.showOrder();
    this.requestUpdate();
  }

  #select(id: string): void {
    if (this.selected === id) return;
    this.selected = id;
    this.dispatchEvent(new ConversationSelectedEvent(id));
  }

  #monitor(id: string): void {
    this.#select(id);
    this.#request('monitor');
  }

  #request(command: RowDeed, isBeside = false): void {
    void this.#requests.request(this.#window.picture.rows.get(this.selected), command, isBeside);
  }

  readonly #sort = (column: SortColumn): void => {
    this.#window.sortBy(column);
    this.requestUpdate();
  };

  readonly #onScroll = (event: Event): void => {
    const { scrollTop, clientHeight } = event.currentTarget as HTMLElement;
    const { rowHeight } = this.#heights.now;
    if (this.#window.see(Math.floor(scrollTop / rowHeight), clientHeight / rowHeight)) this.requestUpdate();
  };

  readonly #onPanelKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isPaletteKey(event)) return;
    event.preventDefault();
    this.showPalette();
  };

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
