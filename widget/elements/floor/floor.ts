import type { FloorQuery, SortColumn } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient, Subscription } from '../../client/index.ts';
import { CommandRequestedEvent, ConversationSelectedEvent } from '../../events/floor-events.ts';
import { icon } from '../../icons/index.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { FloorStore, type FloorPicture } from '../../stores/floor-store.ts';
import { clockWithSeconds, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { renderCells } from './floor-row.ts';
import { columns, views } from './floor-words.ts';
import { floorStyles } from './floor.styles.ts';
import { floorWidths } from './floor-widths.styles.ts';
import { keptChoice, keepChoice } from './kept-choice.ts';
import { commandKeys, renderCommands, whyNot, type BarCommand } from './render-commands.ts';
import { renderEmpty } from './render-empty.ts';
import { renderFilters } from './render-filters.ts';

const LIMIT = 80;
const SPARE = 15;

/**
 * The live list of conversations with its commands (F1, F2, F5).
 *
 * @fires floorwalk-conversation-selected - Another row is selected.
 * @fires floorwalk-command-requested - A command is wanted for a conversation; cancelable.
 * @csspart panel header tabs filters commands command grid row cell status refusal button field
 */
export class FloorwalkFloor extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, floorStyles, floorWidths];

  /** The selected conversation. */
  @property({ reflect: true }) selected = '';
  @state() private refusal = '';

  readonly #store = new FloorStore();
  #query: Partial<FloorQuery> = { ...keptChoice(), offset: 0, limit: LIMIT };
  #subscription: Subscription | undefined;
  #focusRow: string | undefined;

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    this.#store.ask();
    this.#subscription = client.subscribe({ kind: 'floor', query: this.#query }, (message) => {
      if (message.type === 'floor') {
        const before = this.#store.current.moved;
        this.#store.take(message);
        const { moved } = this.#store.current;
        if (moved > 0 && before === 0) announce(t('orderHeld', { rows: moved }));
      }
      if (message.type === 'ended') this.refusal = message.refusal.detail;
      this.requestUpdate();
    });
    signal.addEventListener('abort', () => this.#subscription?.close());
  }

  /** Shows another view, filter or order from its start. */
  ask(change: Partial<FloorQuery>): void {
    this.#query = { ...this.#query, offset: 0, ...change };
    this.#store.ask();
    keepChoice(this.#query);
    this.#subscription?.update({ kind: 'floor', query: this.#query });
    this.requestUpdate();
  }

  protected override updated(): void {
    const id = this.#focusRow;
    if (id === undefined) return;
    this.#focusRow = undefined;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    const floor = this.#store.current;
    const { welcome } = this.live ?? {};
    const ask = (change: Partial<FloorQuery>): void => this.ask(change);
    return html`<section class="panel" part="panel" aria-label=${t('floor')}>
      ${this.#renderHead()} ${this.renderConnection()} ${this.#renderTabs(floor.counts)}
      ${renderFilters(this.#query, welcome, ask)}
      ${renderCommands(floor.rows.get(this.selected), this.#isLive, (command) => void this.#request(command))}
      ${this.refusal ? this.#renderRefusal() : nothing}
      ${
        floor.order.length === 0
          ? renderEmpty(floor, this.#query, welcome?.queues.length, ask)
          : this.#renderGrid(floor)
      }
      ${this.#renderFoot(floor)}
    </section>`;
  }

  get #isLive(): boolean {
    return this.live?.status.state === 'live';
  }

  #renderRefusal(): TemplateResult {
    return html`<div class="strip bad" part="refusal" role="alert">
      ${icon('warning')}<span dir="auto">${this.refusal}</span>
      <button class="button" part="button" type="button" @click=${() => (this.refusal = '')}>${t('close')}</button>
    </div>`;
  }

  #renderHead(): TemplateResult {
    const { live } = this;
    const queues = live?.welcome?.queues.map(({ name }) => name).join(', ') ?? '';
    return html`<header class="head" part="header">
      <div role="heading" aria-level=${this.headingLevel} class="title strong">${t('floor')}</div>
      <span class="muted cut">${queues}</span><span class="grow"></span>
      ${this.#isLive ? html`<span class="muted line">${icon('tick')}${t('live', { clock: clockWithSeconds(this.now()) })}</span>` : nothing}
    </header>`;
  }

  #renderTabs(counts: Readonly<Record<string, number>>): TemplateResult {
    const now = this.#query.view ?? 'all';
    return html`<div class="tabs" part="tabs" role="tablist" aria-label=${t('views')} @keydown=${this.#onTabKey}>
      ${views.map(
        ([view, key]) =>
          html`<button
            class="tab"
            type="button"
            role="tab"
            id="view-${view}"
            aria-selected=${view === now}
            tabindex=${view === now ? 0 : -1}
            @click=${() => this.ask({ view })}
          >
            ${t(key)}
            <span class=${view === 'attention' && (counts[view] ?? 0) > 0 ? 'due' : ''}>${counts[view] ?? ''}</span>
          </button>`,
      )}
    </div>`;
  }

  #renderGrid(floor: FloorPicture): TemplateResult {
    const view = { now: this.now(), me: this.live?.welcome?.person.id ?? '' };
    const sort = this.#query.sort ?? 'attention';
    const tabbable = floor.order.includes(this.selected) ? this.selected : floor.order[0];
    const rowHeight = this.#rowHeight;
    const after = Math.max(0, floor.total - floor.offset - floor.order.length) * rowHeight;
    return html`<div
      class="scroller ${this.#isLive ? '' : 'stale'}"
      @scroll=${this.#onScroll}
      @pointerenter=${() => this.#hold(true)}
      @pointerleave=${() => this.#hold(false)}
      @focusin=${() => this.#hold(true)}
      @focusout=${this.#onFocusOut}
    >
      <div
        part="grid"
        role="grid"
        aria-label=${t('conversations')}
        aria-rowcount=${floor.total + 1}
        @keydown=${this.#onKey}
      >
        <div class="row heads" role="row" aria-rowindex="1">
          ${columns.map(
            ([column, key, name]) =>
              html`<span
                class=${name}
                role="columnheader"
                aria-sort=${ifDefined(column === null ? undefined : column !== sort ? 'none' : this.#query.descending === false ? 'ascending' : 'descending')}
              >
                ${
                  column === null
                    ? t(key)
                    : html`<button type="button" @click=${() => this.#sortBy(column)}>
                        <span class=${column === 'channel' ? 'visually-hidden' : ''}>${t(key)}</span
                        >${column === sort ? icon('sort', 'small') : nothing}
                      </button>`
                }
              </span>`,
          )}
        </div>
        <div role="presentation" style=${styleMap({ blockSize: `${floor.offset * rowHeight}px` })}></div>
        ${repeat(
          floor.order,
          (id) => id,
          (id, index) => {
            const row = floor.rows.get(id);
            if (!row) return nothing;
            return html`<div
              class="row ${this.#store.isGone(id) ? 'gone' : ''}"
              part="row"
              role="row"
              data-id=${id}
              aria-rowindex=${floor.offset + index + 2}
              aria-selected=${id === this.selected}
              tabindex=${id === tabbable ? 0 : -1}
              @click=${() => this.#select(id)}
              @dblclick=${() => void this.#request('monitor')}
            >
              ${renderCells(row, { ...view, isGone: this.#store.isGone(id) })}
            </div>`;
          },
        )}
        <div role="presentation" style=${styleMap({ blockSize: `${after}px` })}></div>
      </div>
    </div>`;
  }

  #renderFoot({ order, total, offset, isHeld, moved }: FloorPicture): TemplateResult {
    return html`<footer class="foot">
      <span class="muted"
        >${total === 0 ? '' : t('range', { first: offset + 1, last: Math.min(offset + order.length, total), total })}</span
      ><span class="grow"></span>
      ${isHeld ? html`<span class="line">${icon('pause', 'small')}${t('orderHeld', { rows: moved })}</span>` : nothing}
      ${
        isHeld && moved > 0
          ? html`<button class="button" part="button" type="button" @click=${() => this.#show()}>
              ${t('show')} <kbd class="key" aria-hidden="true">U</kbd>
            </button>`
          : nothing
      }
    </footer>`;
  }

  get #rowHeight(): number {
    return this.renderRoot.querySelector<HTMLElement>('.row[data-id]')?.offsetHeight ?? 44;
  }

  /** Held while the list has pointer or focus (F4); `to` is where the focus goes. */
  #hold(isHeld: boolean, to: Node | null = this.shadowRoot?.activeElement ?? null): void {
    const list = this.renderRoot.querySelector('.scroller');
    if (!isHeld && (list?.matches(':hover') || list?.contains(to))) return;
    this.#store.hold(isHeld);
    this.requestUpdate();
  }

  readonly #onFocusOut = (event: FocusEvent): void => this.#hold(false, event.relatedTarget as Node | null);

  #show(): void {
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    this.#store.show();
    // A row that is moved in the page loses the focus.
    this.#focusRow = focused;
    this.requestUpdate();
  }

  #select(id: string): void {
    if (this.selected === id) return;
    this.selected = id;
    this.dispatchEvent(new ConversationSelectedEvent(id));
  }

  async #request(command: BarCommand): Promise<void> {
    const row = this.#store.current.rows.get(this.selected);
    if (!row || whyNot(row, command, this.#isLive) !== null) return;
    this.refusal = '';
    if (command === 'withdraw' || command === 'cancelTransfer') {
      const type = command === 'withdraw' ? 'withdraw' : 'cancel-transfer';
      const outcome = await this.live?.command({ type, conversation: row.id });
      this.refusal = outcome ? (this.failure(outcome) ?? '') : '';
      return;
    }
    this.dispatchEvent(new CommandRequestedEvent(command, row.id, row.customer));
  }

  #sortBy(column: SortColumn): void {
    const isSame = (this.#query.sort ?? 'attention') === column;
    const descending = isSame
      ? this.#query.descending === false
      : column === 'attention' || column === 'wait' || column === 'transfers';
    this.ask({ sort: column, descending });
    announce(t('sortedBy', { column: t(columns.find(([id]) => id === column)?.[1] ?? 'columnWait') }));
  }

  readonly #onScroll = (event: Event): void => {
    const { scrollTop, clientHeight } = event.currentTarget as HTMLElement;
    const first = Math.floor(scrollTop / this.#rowHeight);
    const { offset, order, total } = this.#store.current;
    const isCovered = first >= offset && first + clientHeight / this.#rowHeight <= offset + order.length;
    if (isCovered || (offset === 0 && order.length === total)) return;
    const next = Math.max(0, first - SPARE);
    if (next === this.#query.offset) return;
    this.#query = { ...this.#query, offset: next };
    this.#subscription?.update({ kind: 'floor', query: this.#query });
  };

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const now = views.findIndex(([view]) => view === (this.#query.view ?? 'all'));
    const next = views[(now + step + views.length) % views.length]?.[0] ?? 'all';
    this.ask({ view: next });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#view-${next}`)?.focus());
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.target as HTMLElement;
    // The heads are buttons of their own.
    if (from.tagName === 'BUTTON' && (event.key === 'Enter' || event.key === ' ')) return;
    const { order } = this.#store.current;
    const focused = from.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const index = order.indexOf(focused ?? this.selected);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: order.length - 1,
      PageDown: index + 10,
      PageUp: index - 10,
    };
    const to = moves[event.key];
    if (to !== undefined && order.length > 0) {
      const id = order[Math.min(order.length - 1, Math.max(0, to))] ?? '';
      this.#select(id);
      this.#focusRow = id;
      event.preventDefault();
      return;
    }
    const key = event.key.toUpperCase();
    const command = commandKeys[key] ?? (event.key === 'Enter' ? 'monitor' : undefined);
    if (focused && (command || event.key === ' ')) this.#select(focused);
    if (command) void this.#request(command);
    else if (event.key === ' ' && focused) event.preventDefault();
    else if (key === 'U') this.#show();
    else if (key === '/') this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
    else if (/^[1-7]$/u.test(key)) this.ask({ view: views[Number(key) - 1]?.[0] ?? 'all' });
    else return;
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-floor': FloorwalkFloor;
  }
}
