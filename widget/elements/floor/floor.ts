import type { FloorQuery, FloorRow, FloorView, SortColumn } from '@floorwalk/core/protocol';
import { channels } from '@floorwalk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient, Subscription } from '../../client/index.ts';
import { CommandRequestedEvent, ConversationSelectedEvent } from '../../events/floor-events.ts';
import { icon, type IconName } from '../../icons/index.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { FloorStore } from '../../stores/floor-store.ts';
import { channelWord, clockWithSeconds, refusalHint, sentimentWord, t, type StringKey } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { renderCells } from './floor-row.ts';
import { floorStyles } from './floor.styles.ts';
import { keptChoice, keepChoice } from './kept-choice.ts';

const views: readonly (readonly [FloorView, StringKey])[] = [
  ['all', 'viewAll'],
  ['attention', 'viewNeedsAttention'],
  ['open', 'viewOpen'],
  ['active', 'viewActive'],
  ['waiting', 'viewWaiting'],
  ['wrap-up', 'viewWrapUp'],
  ['mine', 'viewMine'],
];
const columns: readonly (readonly [SortColumn, StringKey, string])[] = [
  ['channel', 'columnChannel', 'c-icon'],
  ['customer', 'columnCustomer', 'c-who'],
  ['queue', 'columnQueue', 'c-queue'],
  ['agent', 'columnAgent', 'c-agent'],
  ['state', 'columnState', 'c-state'],
  ['wait', 'columnWait', 'c-wait num'],
  ['sentiment', 'columnSentiment', 'c-mood'],
  ['attention', 'columnNeedsAttention', 'c-why'],
];
type BarCommand = 'monitor' | 'assign' | 'transfer' | 'forceClose' | 'withdraw' | 'cancelTransfer';
const commands: readonly (readonly [BarCommand, StringKey, IconName, string, StringKey])[] = [
  ['monitor', 'commandMonitor', 'eye', 'M', 'commandMonitorHint'],
  ['assign', 'commandAssign', 'assign', 'A', 'commandAssignHint'],
  ['transfer', 'commandTransfer', 'transfer', 'T', 'commandTransferHint'],
  ['forceClose', 'commandForceClose', 'forceClose', 'X', 'commandForceCloseHint'],
];
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
  static override styles = [...staffStyles, pictureStyles, floorStyles];

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
        if (moved > before) announce(t('orderHeld', { rows: moved }));
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
    const row = floor.rows.get(this.selected);
    return html`<section class="panel" part="panel" aria-label=${t('floor')}>
      ${this.#renderHead()} ${this.renderConnection()} ${this.#renderTabs(floor.counts)} ${this.#renderFilters()}
      ${this.#renderCommands(row)}
      ${this.refusal ? html`<div class="strip bad" part="status">${icon('warning')}<span>${this.refusal}</span></div>` : nothing}
      ${floor.order.length === 0 ? this.#renderEmpty(floor.isLoading, floor.counts) : this.#renderGrid()}
      ${this.#renderFoot()}
    </section>`;
  }

  #renderHead(): TemplateResult {
    const { live } = this;
    const isLive = live?.status.state === 'live';
    const queues = live?.welcome?.queues.map(({ name }) => name).join(', ') ?? '';
    return html`<header class="head" part="header">
      <div role="heading" aria-level=${this.headingLevel} class="title strong">${t('floor')}</div>
      <span class="muted cut">${queues}</span><span class="grow"></span>
      ${isLive ? html`<span class="muted line">${icon('tick')}${t('live', { clock: clockWithSeconds(this.now()) })}</span>` : nothing}
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

  #renderFilters(): TemplateResult {
    const { welcome } = this.live ?? {};
    const choice = <T extends string | number>(
      label: string,
      all: string,
      options: readonly (readonly [T, string])[],
      value: T | undefined,
      pick: (value: string) => void,
    ) =>
      html`<select
        class="field"
        part="field"
        aria-label=${label}
        @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${value === undefined}>${label}: ${all}</option>
        ${options.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
      </select>`;
    const one = (value: string): string[] => (value === '' ? [] : [value]);
    return html`<div class="filters" part="filters">
      <input
        class="field search"
        part="field"
        type="search"
        .value=${this.#query.text ?? ''}
        placeholder=${t('searchFloor')}
        aria-label=${t('searchFloor')}
        @input=${this.#onSearch}
      />
      ${choice(
        t('filterQueue'),
        t('filterAll'),
        (welcome?.queues ?? []).map(({ id, name }) => [id, name] as const),
        this.#query.queues?.[0],
        (value) => this.ask({ queues: one(value) }),
      )}
      ${choice(
        t('filterAgent'),
        t('filterAnyone'),
        (welcome?.agents ?? []).map(({ id, name }) => [id, name] as const),
        this.#query.agents?.[0],
        (value) => this.ask({ agents: one(value) }),
      )}
      ${choice(
        t('filterChannel'),
        t('filterAll'),
        channels.map((id) => [id, channelWord(id)] as const),
        this.#query.channels?.[0],
        (value) => this.ask({ channels: channels.filter((id) => id === value) }),
      )}
      ${choice(
        t('filterSentiment'),
        t('filterAll'),
        [1, 2, 3, 4, 5, 6, 7, 0].map((step) => [step, sentimentWord(step)] as const),
        this.#query.sentiments?.[0],
        (value) => this.ask({ sentiments: value === '' ? [] : [Number(value)] }),
      )}
    </div>`;
  }

  #renderCommands(row: FloorRow | undefined): TemplateResult {
    const offered =
      row?.may['withdraw'] === null ? ([['withdraw', 'commandWithdraw', 'close', '', 'offerPending']] as const) : [];
    const pending =
      row?.may['cancelTransfer'] === null
        ? ([['cancelTransfer', 'commandCancelTransfer', 'close', '', 'offerPending']] as const)
        : [];
    const bar = [...commands, ...offered, ...pending];
    return html`<div class="commands" part="commands" role="toolbar" aria-label=${t('commands')}>
      ${bar.map(([command, key, shape, cap, hint]) => {
        const no = row ? (row.may[command] ?? null) : 'select';
        const words =
          row === undefined
            ? t('selectARow')
            : no === null
              ? hint === 'offerPending'
                ? (row.pending?.agent.name ?? '')
                : t(hint as 'commandMonitorHint')
              : refusalHint(no, command, row.state, row.phase);
        return html`<button
          class="command"
          part="command"
          type="button"
          aria-disabled=${no !== null}
          @click=${() => void this.#request(command)}
        >
          ${icon(shape as IconName)}<span
            ><span class="name">${t(key as 'commandMonitor')}</span
            >${cap ? html` <kbd class="key">${cap}</kbd>` : nothing}</span
          ><small>${words}</small>
        </button>`;
      })}
    </div>`;
  }

  #renderGrid(): TemplateResult {
    const floor = this.#store.current;
    const view = { now: this.now(), me: this.live?.welcome?.person.id ?? '' };
    const sort = this.#query.sort ?? 'attention';
    const tabbable = floor.order.includes(this.selected) ? this.selected : floor.order[0];
    const rowHeight = this.#rowHeight;
    const after = Math.max(0, floor.total - floor.offset - floor.order.length) * rowHeight;
    return html`<div
      class="scroller"
      @scroll=${this.#onScroll}
      @pointerenter=${() => this.#hold(true)}
      @pointerleave=${() => this.#hold(false)}
      @focusin=${() => this.#hold(true)}
      @focusout=${() => this.#hold(false)}
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
                aria-sort=${column === sort ? (this.#query.descending === false ? 'ascending' : 'descending') : 'none'}
              >
                ${column === 'channel' ? html`<span class="visually-hidden">${t(key as 'columnChannel')}</span>` : html`<button type="button" @click=${() => this.#sortBy(column)}>${t(key as 'columnWait')}${column === sort ? html` ${icon('sort', 'small')}` : nothing}</button>`}
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
              ${renderCells(row, view)}
            </div>`;
          },
        )}
        <div role="presentation" style=${styleMap({ blockSize: `${after}px` })}></div>
      </div>
    </div>`;
  }

  #renderEmpty(isLoading: boolean, counts: Readonly<Record<string, number>>): TemplateResult {
    if (isLoading && Object.keys(counts).length === 0)
      return html`<div class="empty" part="status"><p>${t('gettingTheFloorFirst')}</p></div>`;
    const isFiltered = Boolean(
      this.#query.text ||
      this.#query.queues?.length ||
      this.#query.agents?.length ||
      this.#query.channels?.length ||
      this.#query.sentiments?.length,
    );
    if (isFiltered)
      return html`<div class="empty" part="status">
        <h3>${t('noMatch')}</h3>
        <button
          class="button"
          type="button"
          @click=${() => this.ask({ text: '', queues: [], agents: [], channels: [], sentiments: [] })}
        >
          ${t('clearFilters')}
        </button>
      </div>`;
    const isCalm = this.#query.view === 'attention';
    return html`<div class="empty" part="status">
      <h3>${isCalm ? t('nothingNeedsAttention') : t('nothingInView')}</h3>
      <p>
        ${isCalm ? t('nothingNeedsAttentionMore', { active: counts['active'] ?? 0 }) : t('onTheFloor', { total: counts['all'] ?? 0 })}
      </p>
    </div>`;
  }

  #renderFoot(): TemplateResult {
    const { order, total, offset, isHeld, moved } = this.#store.current;
    return html`<footer class="foot">
      <span class="muted"
        >${total === 0 ? '' : t('range', { first: offset + 1, last: offset + order.length, total })}</span
      ><span class="grow"></span>
      ${
        isHeld && moved > 0
          ? html`<span>${t('orderHeld', { rows: moved })}</span
              ><button class="button" type="button" @click=${() => this.#show()}>
                ${t('show')} <kbd class="key">U</kbd>
              </button>`
          : nothing
      }
    </footer>`;
  }

  get #rowHeight(): number {
    return this.renderRoot.querySelector<HTMLElement>('.row[data-id]')?.offsetHeight ?? 44;
  }

  #hold(isHeld: boolean): void {
    const grid = this.renderRoot.querySelector('.scroller');
    const stays = !isHeld && (grid?.matches(':hover') || grid?.contains(this.shadowRoot?.activeElement ?? null));
    if (stays) return;
    this.#store.hold(isHeld);
    this.requestUpdate();
  }

  #show(): void {
    this.#store.show();
    this.requestUpdate();
  }

  #select(id: string): void {
    if (this.selected === id) return;
    this.selected = id;
    this.dispatchEvent(new ConversationSelectedEvent(id));
  }

  async #request(command: BarCommand): Promise<void> {
    const row = this.#store.current.rows.get(this.selected);
    if (!row || (row.may[command] ?? null) !== null) return;
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
    const descending = isSame ? this.#query.descending === false : column === 'attention' || column === 'wait';
    this.ask({ sort: column, descending });
    announce(t('sortedBy', { column: t(columns.find(([id]) => id === column)?.[1] as 'columnWait') }));
  }

  readonly #onSearch = (event: Event): void => this.ask({ text: (event.target as HTMLInputElement).value });

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
    const { order } = this.#store.current;
    const index = order.indexOf(this.selected);
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
    const command = commands.find(([, , , cap]) => cap === key)?.[0] ?? (event.key === 'Enter' ? 'monitor' : undefined);
    if (command) void this.#request(command);
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
