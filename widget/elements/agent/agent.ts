import { chosenPresences } from '@floorwalk/core';
import type { Desk, DeskItem, Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../announcer/announcer.ts';
import type { CommandInput, LiveClient } from '../../client/index.ts';
import { define } from '../../define/define.ts';
import type { DetailChangedEvent } from '../../events/desk-events.ts';
import { icon } from '../../icons/index.ts';
import { loadBar, pictureStyles, presenceMark } from '../../pictures/index.ts';
import { clockOrDay, duration, initials, list, presenceWord, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { agentStyles } from './agent.styles.ts';
import { DeskConversation } from './desk-conversation.ts';
import { renderOffer } from './render-offer.ts';
import { UnreadCount } from './unread-count.ts';

define('floorwalk-desk-conversation', DeskConversation);

/**
 * An agent's desk: offers, their own conversations, the one in hand, and who is here. Being open makes the agent
 * reachable (K5).
 *
 * @csspart panel header offer handover transcript composer button primary field status people
 */
export class FloorwalkAgent extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, agentStyles];

  /** The conversation in hand. */
  @property({ reflect: true }) selected = '';
  @state() private desk: Desk | undefined;
  @state() private detail: Detail | undefined;
  @state() private trouble = '';

  #offers = new Set<string>();
  readonly #unread = new UnreadCount();

  protected override get isDesk(): boolean {
    return true;
  }

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    const subscription = client.subscribe({ kind: 'desk' }, (message) => {
      if (message.type === 'desk') this.#take(message.desk);
      if (message.type === 'ended') this.trouble = message.refusal.detail;
    });
    signal.addEventListener('abort', () => subscription.close());
    globalThis.addEventListener('keydown', this.#onKey, { signal });
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    if (!desk)
      return html`<section class="panel" part="panel">
        ${this.renderConnection()}
        <div class="empty" part="status"><p>${this.trouble || t('gettingTheFloorFirst')}</p></div>
      </section>`;
    return html`<div class="desk">
      <div class="column">
        ${this.#renderMe(desk)} ${this.renderConnection()}
        ${desk.items.filter(({ role }) => role === 'offeree').map((item, index) => renderOffer(item, this.#offerView(item, index === 0)))}
        ${this.trouble ? html`<div class="strip bad" part="status" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
        ${this.#renderList(desk)}
      </div>
      <div class="column work">
        ${
          this.selected
            ? html`<floorwalk-desk-conversation
                .client=${this.live}
                conversation=${this.selected}
                heading-level=${this.headingLevel}
                @floorwalk-detail-changed=${(event: DetailChangedEvent) => (this.detail = event.detail)}
              ></floorwalk-desk-conversation>`
            : html`<section class="panel fill" part="panel">
                <div class="empty" part="status">
                  <p class="title strong">${t('noneYet')}</p>
                  <p>${t('noneYetMore')}</p>
                </div>
              </section>`
        }
      </div>
      <aside class="column aside">${this.#renderAside()}</aside>
    </div>`;
  }

  #renderMe({ me, acknowledged }: Desk): TemplateResult {
    if (!me) return html``;
    const words =
      me.setBy === null
        ? t('presenceByLoad', { presence: presenceWord(me.presence) })
        : me.setBy.id === me.id
          ? t('presenceByHand', { presence: presenceWord(me.presence) })
          : t('presenceBySupervisor', { presence: presenceWord(me.presence), supervisor: me.setBy.name });
    return html`<section class="panel" part="panel" aria-label=${t('changePresence')}>
      <div class="block">
        <div class="line">
          ${presenceMark(me.presence, me.reachable)}<span class="strong cut">${me.name}</span
          ><span class="muted cut grow">${words}</span>
        </div>
        ${loadBar(
          me.conversations.map(({ units }) => units),
          me.capacity,
        )}
        <div class="line">
          <span class="muted grow">${t('loadOfUnits', { load: me.load, capacity: me.capacity })}</span>
          <select
            class="field"
            part="field"
            aria-label=${t('changePresence')}
            @change=${(event: Event) => void this.#setPresence(me.id, event.target as HTMLSelectElement)}
          >
            <option value="">${t('changePresence')}</option>
            ${chosenPresences.map((presence) => html`<option value=${presence}>${presenceWord(presence)}</option>`)}
          </select>
        </div>
      </div>
      ${
        acknowledged
          ? nothing
          : html`<div class="strip still" part="status">
              <span>${t('mayBeMonitored')}</span
              ><button
                class="button"
                part="button"
                type="button"
                @click=${() => void this.#command({ type: 'acknowledge-monitoring' })}
              >
                ${t('confirm')}
              </button>
            </div>`
      }
    </section>`;
  }

  #renderList({ items }: Desk): TemplateResult {
    const own = items.filter(({ role }) => role !== 'offeree');
    const count = (test: (item: DeskItem) => boolean): number =>
      own.filter((item) => item.role === 'primary' && test(item)).length;
    const counts = {
      active: count(({ row }) => row.state === 'active'),
      waiting: count(({ row }) => row.state === 'waiting'),
      wrapUp: count(({ row }) => row.state === 'wrap-up'),
    };
    return html`<section class="panel fill" part="panel" aria-label=${t('yourConversations')}>
      <header class="head">
        <span role="heading" aria-level=${this.headingLevel} class="strong">${t('yours')}</span
        ><span class="muted">${t('yoursCounts', counts)}</span>
      </header>
      <ul class="list">
        ${repeat(
          own,
          ({ row }) => row.id,
          (item) => html`<li>${this.#renderItem(item)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #renderItem(item: DeskItem): TemplateResult {
    const { row, role } = item;
    const isPick = role === 'pick';
    const unread = this.#unread.of(row.id);
    return html`<button
      class="item"
      type="button"
      aria-current=${row.id === this.selected}
      @click=${() => (isPick ? void this.#command({ type: 'pick', conversation: row.id }) : this.#select(row.id))}
    >
      <span class="who customer" aria-hidden="true">${initials(row.customer)}</span>
      <span class="two"
        ><span class="strong cut" dir="auto">${row.customer}</span
        ><span class="muted cut" dir="auto">${row.lastPublic?.text ?? row.subject}</span></span
      >
      <span class="two num"
        >${unread > 0 ? html`<span class="unread"><span aria-hidden="true">${unread}</span><span class="visually-hidden">${t('unread', { messages: unread })}</span></span>` : nothing}${isPick ? html`<span class="strong">${t('pick')}</span>` : this.#renderWait(item)}</span
      >
    </button>`;
  }

  #renderWait({ row }: DeskItem): TemplateResult {
    const now = this.now();
    if (row.state === 'waiting')
      return html`<span class="muted">${t('itemParkedAt', { clock: clockOrDay(row.since, now) })}</span>`;
    if (row.state === 'wrap-up')
      return html`<span class="muted"
        >${row.autoCloseAt === null ? t('stateWrapUp') : t('itemLeft', { duration: duration(Math.max(0, row.autoCloseAt - now)) })}</span
      >`;
    if (row.waitSince === null) return html`<span class="muted">${t('itemAnswered')}</span>`;
    const wait = Math.max(0, now - row.waitSince);
    return html`<span class=${row.waitTarget !== null && wait > row.waitTarget ? 'late' : ''}>${duration(wait)}</span>`;
  }

  #renderAside(): TemplateResult | typeof nothing {
    const { detail } = this;
    if (!detail || detail.id !== this.selected) return nothing;
    const wait = detail.waitSince === null ? null : Math.max(0, this.now() - detail.waitSince);
    return html`<section class="panel" part="panel" aria-label=${t('aboutThis')}>
      <div class="block">
        <div role="heading" aria-level=${this.headingLevel + 1} class="strong">${t('whoIsHere')}</div>
        <div class="line">
          <span class="who customer" aria-hidden="true">${initials(detail.customer.name)}</span
          ><span class="cut" dir="auto">${detail.customer.name}</span><span class="muted">${t('roleCustomer')}</span>
        </div>
        ${detail.primary ? html`<div class="line"><span class="who" aria-hidden="true">${initials(detail.primary.name)}</span><span class="cut">${detail.primary.name}</span><span class="muted">${t('rolePrimary')}</span></div>` : nothing}
        ${detail.consultants.map(({ name }) => html`<div class="line"><span class="who" aria-hidden="true">${initials(name)}</span><span class="cut">${name}</span><span class="muted">${t('roleConsultant')}</span></div>`)}
        ${detail.consultees.map(({ name }) => html`<div class="line"><span class="who" aria-hidden="true">${initials(name)}</span><span class="cut">${name}</span><span class="muted">${t('roleConsultee')}</span></div>`)}
        ${detail.watchers && detail.watchers.length > 0 ? html`<div class="line muted">${icon('eye')}${t('watching', { names: list(detail.watchers.map(({ name }) => name)) })}</div>` : nothing}
      </div>
      <div class="block">
        <div role="heading" aria-level=${this.headingLevel + 1} class="strong">${t('times')}</div>
        <dl class="facts">
          <dt>${t('customerWaits', { customer: detail.customer.name })}</dt>
          <dd>${wait === null ? t('noWait') : duration(wait)}</dd>
          <dt>${t('yourLastReply')}</dt>
          <dd>${detail.lastReplyMs === null ? t('noReplyYet') : duration(detail.lastReplyMs)}</dd>
          <dt>${t('yourMedianReply')}</dt>
          <dd>${detail.medianReplyMs === null ? t('noReplyYet') : duration(detail.medianReplyMs)}</dd>
        </dl>
      </div>
      ${
        detail.context
          ? html`<div class="block">
              <div role="heading" aria-level=${this.headingLevel + 1} class="strong">${t('attachedRecord')}</div>
              <span>${detail.context.type} ${detail.context.id}</span>
            </div>`
          : nothing
      }
    </section>`;
  }

  #offerView({ row }: DeskItem, isFirst: boolean) {
    return {
      now: this.now(),
      isFirst,
      onAccept: () => void this.#accept(row.id),
      onReject: () => void this.#command({ type: 'reject', conversation: row.id }),
    };
  }

  #take(desk: Desk): void {
    const offers = new Set(desk.items.filter(({ role }) => role === 'offeree').map(({ row }) => row.id));
    for (const { row, role } of desk.items)
      if (role === 'offeree' && !this.#offers.has(row.id)) announce(`${t('offer')}: ${row.customer}, ${row.subject}`);
    this.#offers = offers;
    this.desk = desk;
    const isHere = desk.items.some(
      ({ row, role }) => row.id === this.selected && role !== 'pick' && role !== 'offeree',
    );
    if (!isHere) this.selected = desk.items.find(({ role }) => role === 'primary')?.row.id ?? '';
    this.#unread.take(
      desk.items.map(({ row }) => row),
      this.selected,
    );
  }

  #select(id: string): void {
    this.selected = id;
    this.#unread.read(id);
  }

  async #accept(conversation: string): Promise<void> {
    if (await this.#command({ type: 'accept', conversation })) this.selected = conversation;
  }

  async #setPresence(agent: string, field: HTMLSelectElement): Promise<void> {
    const presence = field.value;
    field.value = '';
    if (presence !== '') await this.#command({ type: 'set-presence', agent, presence });
  }

  async #command(command: CommandInput): Promise<boolean> {
    const outcome = await this.live?.command(command);
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    return outcome?.ok === true;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const first = this.desk?.items.find(({ role }) => role === 'offeree');
    if (event.key !== 'F2' || !first) return;
    event.preventDefault();
    void this.#accept(first.row.id);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-agent': FloorwalkAgent;
  }
}
