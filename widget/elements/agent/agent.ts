import type { Desk, DeskItem, Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../../announcer/announcer.ts';
import type { CommandInput, LiveClient } from '../../client/index.ts';
import { define } from '../../define/define.ts';
import type { DetailChangedEvent } from '../../events/desk-events.ts';
import { icon } from '../../icons/index.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { Sound } from '../../sound/sound.ts';
import { enumeration, refusalSentence, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { agentStyles } from './agent.styles.ts';
import { DeskConversation } from './desk-conversation.ts';
import { DeskEarlier } from './desk-earlier.ts';
import { renderPeople, renderRecord, renderTimes } from './render-aside.ts';
import { renderHand } from './render-hand.ts';
import { renderList } from './render-list.ts';
import { renderMe } from './render-me.ts';
import { renderOffer } from './render-offer.ts';
import { renderSignedOut, renderSignOut } from './render-sign-out.ts';
import { UnreadCount } from './unread-count.ts';
import { allParts } from '../panel/all-parts.ts';

define('floorwalk-desk-conversation', DeskConversation);
define('floorwalk-desk-earlier', DeskEarlier);

/**
 * An agent's desk: offers, their own conversations, the one in hand, and who is here. Being open makes the agent
 * reachable (K5).
 */
export class FloorwalkAgent extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, agentStyles];

  /** The conversation in hand. */
  @property({ reflect: true }) selected = '';
  @state() private desk: Desk | undefined;
  @state() private detail: Detail | undefined;
  @state() private trouble = '';
  /** Whether it is asked what signing out will do. */
  @state() private isLeaving = false;
  @state() private isSignedOut = false;

  readonly #sound = new Sound('floorwalk desk sound', undefined, true);
  #offers = new Set<string>();
  readonly #unread = new UnreadCount();

  protected override get isDesk(): boolean {
    return true;
  }

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    const subscription = client.subscribe({ kind: 'desk' }, (message) => {
      if (message.type === 'desk') this.#take(message.desk);
      if (message.type === 'ended') this.trouble = refusalSentence(message.refusal);
    });
    signal.addEventListener('abort', () => subscription.close());
    globalThis.addEventListener('keydown', this.#onKey, { signal });
    this.#sound.addEventListener('change', () => this.requestUpdate(), { signal });
  }

  protected override render(): TemplateResult {
    if (this.isSignedOut) return renderSignedOut(() => this.#signIn(), this.renderConnection());
    const shutOut = this.renderShutOut();
    if (shutOut) return shutOut;
    const { desk } = this;
    if (!desk)
      return html`<section class="panel" part="panel">
        ${this.renderConnection()}
        <div class="empty" part="status"><p>${this.trouble || t('gettingTheFloorFirst')}</p></div>
      </section>`;
    const { items } = desk;
    return html`<div class="desk">
      <div class="column lists">
        ${this.#renderTop(desk)} ${this.renderConnection()}
        ${items.filter(({ role }) => role === 'offeree').map((item, index) => renderOffer(item, this.#offerView(item, index === 0)))}
        ${this.trouble ? html`<div class="strip bad" part="status" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
        ${renderList(items, {
          now: this.now(),
          level: this.headingLevel,
          selected: this.selected,
          unread: this.#unread,
          onSelect: (id) => this.#select(id),
          onPick: (conversation) => void this.#command({ type: 'pick', conversation }),
        })}
      </div>
      <div class="column work">${this.#renderWork()}</div>
      <aside class="column aside">${this.#renderAside()}</aside>
    </div>`;
  }

  #renderTop(desk: Desk): TemplateResult | typeof nothing {
    if (this.isLeaving)
      return renderSignOut(desk.items, {
        onStay: () => (this.isLeaving = false),
        onSignOut: () => void this.#signOut(),
      });
    const { me } = desk;
    return renderMe(desk, {
      sound: this.#sound.state,
      onPresence: (presence) => me && void this.#command({ type: 'set-presence', agent: me.id, presence }),
      onSound: () => this.#sound.toggle(),
      onSignOut: () => (this.isLeaving = true),
      onAcknowledge: () => void this.#command({ type: 'acknowledge-monitoring' }),
    });
  }

  #renderWork(): TemplateResult {
    return this.selected
      ? html`<floorwalk-desk-conversation
          exportparts=${allParts}
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
        </section>`;
  }

  #renderAside(): TemplateResult | typeof nothing {
    const { detail } = this;
    if (!detail || detail.id !== this.selected) return nothing;
    const level = this.headingLevel + 1;
    const conversation = detail.id;
    return html`<section class="panel scrolls" part="panel" tabindex="0" aria-label=${t('aboutThis')}>
      ${renderHand(detail, {
        level,
        onRaise: (text) => void this.#command({ type: 'raise-hand', conversation, text }),
        onLower: () => void this.#command({ type: 'lower-hand', conversation }),
      })}
      ${renderPeople(detail, level)}
      <div class="block">
        <floorwalk-desk-earlier
          exportparts=${allParts}
          .live=${this.live}
          .detail=${detail}
          heading-level=${level}
        ></floorwalk-desk-earlier>
      </div>
      ${renderTimes(detail, level, this.now())} ${renderRecord(detail, level)}
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
      if (role === 'offeree' && !this.#offers.has(row.id)) {
        announce(t('labelled', { label: t('offer'), words: enumeration([row.customer, row.subject]) }));
        this.#sound.play('offer');
      }
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

  async #signOut(): Promise<void> {
    this.isLeaving = false;
    this.isSignedOut = await this.#command({ type: 'sign-out' });
  }
  /** A new hello of this desk makes the agent reachable again (K5). */
  #signIn(): void {
    this.isSignedOut = false;
    this.live?.startAgain();
  }

  async #command(command: CommandInput): Promise<boolean> {
    const outcome = await this.carryOut(command);
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
