import type { Author } from '@floorwalk/core/conversation';
import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient, Subscription, TopicInput } from '../../client/index.ts';
import {
  defineComposer,
  sessionDrafts,
  speakingBand,
  speakingStyles,
  type DraftStore,
  type FloorwalkComposer,
} from '../../composer/index.ts';
import { CommandRequestedEvent, PanelClosedEvent } from '../../events/floor-events.ts';
import type {
  MessageSubmittedEvent,
  PlaneChangedEvent,
  RetryRequestedEvent,
  TypingEvent,
} from '../../events/message-events.ts';
import { goingOn } from '../../focus/going-on.ts';
import { icon } from '../../icons/index.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { ConversationStore } from '../../stores/conversation-store.ts';
import { LastLooks } from '../../stores/last-looks.ts';
import { refusalSentence, shortName, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { defineTranscript, typingLine, typingStyles } from '../../transcript/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { monitorStyles } from './monitor.styles.ts';
import { RecordSearch } from './record-search.ts';
import { endedWords, renderEnded } from './render-ended.ts';
import { renderFacts, renderPeople } from './render-facts.ts';
import { renderHand } from './render-hand.ts';
import { renderHead, type HeadActions } from './render-head.ts';
import { joiningOf, renderJoining, type Joining } from './render-joining.ts';
import { singleKey } from './single-key.ts';
import { spokenChanges } from './spoken-changes.ts';
import { allParts } from '../panel/all-parts.ts';

defineComposer();
defineTranscript();

/**
 * One conversation, watched; after joining, with a composer that is internal unless the supervisor chooses otherwise
 * (M2, M4).
 *
 * @fires floorwalk-command-requested - Assign or transfer is wanted; cancelable.
 * @fires floorwalk-panel-closed - The supervisor closes the panel.
 */
export class FloorwalkMonitor extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, speakingStyles, typingStyles, monitorStyles];

  /** The conversation to monitor. */
  @property({ reflect: true }) conversation = '';
  /** Finds the live conversation of a CRM record instead, also one that begins later: `type:id`. */
  @property() context = '';

  @state() private store = new ConversationStore();
  @state() private speaking = false;
  @state() private trouble = '';
  @state() private isClosed = false;

  #subscription: Subscription | undefined;
  #followed = '';
  #endedAt = 0;
  readonly #record = new RecordSearch((isAgain) => {
    if (isAgain) this.#followed = '';
    this.requestUpdate();
  });
  /** When this person had looked before this time (B6). */
  #lookedAt: number | null = null;
  #drafts: DraftStore | undefined;

  /** Monitors this conversation from now on. */
  monitor(conversation: string): void {
    this.conversation = conversation;
    this.isClosed = false;
  }

  /** What is known of the conversation besides its text; undefined before it is here. */
  get detail(): Detail | undefined {
    return this.store.detail;
  }

  /** Whether this supervisor takes part; undefined before the conversation is here, and after its end. */
  get joining(): Joining | undefined {
    const { detail, ended } = this.store;
    return detail && !ended && !this.isClosed ? joiningOf(detail, this.#isConsultant(detail)) : undefined;
  }

  /** Joins what is monitored, where that is possible (M4). */
  join(): void {
    if (this.joining?.isIn === false && this.joining.why === null) void this.#command('join');
  }

  /** Leaves it, and goes on monitoring (M5). */
  leave(): void {
    if (this.joining?.isIn) void this.#command('leave');
  }

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    this.#followed = '';
    signal.addEventListener('abort', () => this.#subscription?.close());
    // Whatever happened to the connection, a supervisor is internal again (M4).
    client.onChange(() => {
      if (client.status.state === 'lost') this.#composer?.reset();
      this.#resume();
    }, signal);
    this.#record.forget();
  }

  protected override willUpdate(changed?: PropertyValues<this>): void {
    super.willUpdate();
    if (changed?.has('conversation') && this.conversation) this.isClosed = false;
    // A page that shows another record means that one, whatever was monitored before.
    if (changed?.get('context') !== undefined && !changed.has('conversation')) this.conversation = '';
    if (this.live && !this.conversation && !this.isClosed)
      this.#record.seek(this.live, this.context, this.now(), this.store.ended?.resumes === false);
    // Without a composer nobody speaks to the customer, however it went away (M4).
    if (!this.joining?.isIn) this.speaking = false;
    const wanted = this.isClosed ? '' : this.conversation || this.#record.found;
    if (wanted === this.#followed || !this.live) return;
    this.#subscription?.close();
    this.#followed = wanted;
    this.store = new ConversationStore();
    this.trouble = '';
    if (wanted === '') return;
    this.#lookedAt = this.#looks.of(wanted);
    const { store } = this;
    this.#subscription = this.live.subscribe(this.#topic(), (message) => {
      if (message.type !== 'conversation' && message.type !== 'typing' && message.type !== 'ended') return;
      const before = store.detail;
      store.take(message, this.now());
      if (store.detail && store.detail !== before) spokenChanges(before, store.detail, this.#me).forEach(announce);
      if (message.type === 'conversation' && !document.hidden) this.#looks.look(wanted, this.now());
      if (message.type === 'ended') {
        this.#endedAt = this.now();
        announce(store.detail ? endedWords(message, store.detail, this.#endedAt) : refusalSentence(message.refusal));
      }
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const shutOut = this.renderShutOut();
    if (shutOut) return shutOut;
    const { detail, ended } = this.store;
    if (!detail) return this.#renderBefore(ended?.refusal);
    const { speaking } = this;
    return html`<section
      class="panel ${speaking ? 'speaking' : ''}"
      part="panel"
      aria-label=${t('monitorOf', { customer: detail.customer.name })}
      @keydown=${this.#onKey}
    >
      ${speaking ? speakingBand(() => this.#composer?.reset()) : nothing}
      ${renderHead(detail, this.headingLevel, !ended, this.#actions(detail))} ${this.renderConnection()}
      ${this.trouble ? html`<div class="strip bad" part="status" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      ${ended ? nothing : renderHand(detail, this.#me, (type) => void this.#command(type))}
      ${renderFacts(detail, this.now())} ${renderPeople(detail, this.#me)}
      <floorwalk-transcript
        exportparts=${allParts}
        part="transcript"
        .entries=${this.store.entries()}
        self=${this.#me}
        customer=${detail.customer.name}
        conversation=${detail.id}
        .lookedAt=${this.#lookedAt}
        @floorwalk-retry-requested=${this.#onRetry}
      ></floorwalk-transcript>
      ${this.#renderTyping()}
      ${ended ? renderEnded(endedWords(ended, detail, this.#endedAt), ended.resumes, this.#onClose) : this.#renderWriting(detail)}
    </section>`;
  }

  #renderBefore(refusal: { refusal: string; detail: string } | undefined): TemplateResult {
    const words = refusal
      ? refusalSentence(refusal)
      : this.#followed
        ? t('gettingTheConversation')
        : t(this.#record.isMissing && !this.isClosed ? 'noConversationOfRecord' : 'chooseConversation');
    return html`<section class="panel" part="panel" aria-label=${t('commandMonitor')}>
      ${this.renderConnection()}
      <div class="empty" part="status">
        ${icon(refusal ? 'lock' : 'eye')}
        <p>${words}</p>
        ${refusal ? html`<button class="button" part="button" type="button" @click=${this.#onClose}>${t('backToTheFloor')}</button>` : nothing}
      </div>
    </section>`;
  }

  #renderTyping(): TemplateResult | typeof nothing {
    const typing = this.store.typing(this.now());
    return this.store.ended ? nothing : typingLine(typing && { ...typing.who, plane: typing.plane });
  }

  #renderWriting(detail: Detail): TemplateResult {
    if (!this.#isConsultant(detail)) return renderJoining(detail, () => this.join());
    const others = new Set([...detail.consultants, ...(detail.watchers ?? [])].map(({ id }) => id));
    others.delete(this.#me);
    return html`<floorwalk-composer
      exportparts=${allParts}
      part="composer"
      mode="supervisor"
      conversation=${detail.id}
      customer=${detail.customer.name}
      agent=${detail.primary?.name ?? ''}
      supervisors=${others.size}
      signature=${t('signatureOf', { name: shortName(this.live?.welcome?.person.name ?? ''), role: t('roleConsultant') })}
      ?internal-only=${detail.state === 'wrap-up'}
      .drafts=${(this.#drafts ??= sessionDrafts(this.#me))}
      @floorwalk-message-submitted=${this.#onSubmit}
      @floorwalk-typing=${(event: TypingEvent) => this.live?.typing(detail.id, event.plane)}
      @floorwalk-plane-changed=${(event: PlaneChangedEvent) => (this.speaking = event.speaking)}
    ></floorwalk-composer>`;
  }

  #actions(detail: Detail): HeadActions {
    const isLive = this.store.ended === undefined;
    const { id, customer } = detail;
    return {
      onTransfer: () => this.dispatchEvent(new CommandRequestedEvent('transfer', id, customer.name)),
      onLeave: isLive && this.#isConsultant(detail) ? () => this.leave() : undefined,
      onClose: this.#onClose,
    };
  }

  get #looks(): LastLooks {
    return new LastLooks(this.#me);
  }
  get #me(): string {
    return this.live?.welcome?.person.id ?? '';
  }
  get #composer(): FloorwalkComposer | null {
    return this.renderRoot.querySelector('floorwalk-composer');
  }
  #isConsultant(detail: Detail): boolean {
    return detail.consultants.some(({ id }) => id === this.#me) || detail.consultees.some(({ id }) => id === this.#me);
  }

  #topic(): TopicInput {
    const since = this.store.position;
    return { kind: 'conversation', conversation: this.#followed, ...(since && { since }) };
  }

  /** After a reconnect the client subscribes again; what is already here is not asked for twice. */
  #resume(): void {
    if (this.live?.status.state === 'lost' && this.#followed) this.#subscription?.update(this.#topic());
  }

  async #command(type: 'join' | 'leave' | 'claim' | 'lower-hand'): Promise<void> {
    const hasGoneOn = goingOn();
    const outcome = await this.carryOut({ type, conversation: this.#followed });
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    if (type === 'join' && !this.trouble && !hasGoneOn()) void this.updateComplete.then(() => this.#composer?.focus());
  }

  async #send(id: string, plane: 'public' | 'internal', text: string): Promise<void> {
    const from: Author = { kind: 'consultant', id: this.#me, name: this.live?.welcome?.person.name ?? '' };
    this.store.sending({ id, plane, text, at: this.now(), from });
    this.requestUpdate();
    const outcome = await this.live?.command({ type: 'say', conversation: this.#followed, message: id, text, plane });
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    if (outcome?.ok) return;
    this.store.failed(id);
    this.requestUpdate();
  }

  readonly #onSubmit = (event: MessageSubmittedEvent): void => void this.#send(event.id, event.plane, event.text);
  readonly #onRetry = (event: RetryRequestedEvent): void => {
    const own = this.store.own(event.id);
    this.trouble = '';
    if (own) void this.#send(event.id, own.plane, own.text);
  };
  readonly #onClose = (): void => {
    this.#composer?.reset();
    this.isClosed = true;
    this.dispatchEvent(new PanelClosedEvent());
  };
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const key = singleKey(event);
    if (key === 'j') this.join();
    else if (key === 'l') this.leave();
    else if (event.key !== 'Escape') return;
    else if (this.speaking) this.#composer?.reset();
    else this.#onClose();
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-monitor': FloorwalkMonitor;
  }
}
