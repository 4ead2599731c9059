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
import { icon } from '../../icons/index.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { ConversationStore } from '../../stores/conversation-store.ts';
import { channelWord, clock, initials, refusalSentence, shortName, stateWord, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { defineTranscript, typingLine, typingStyles } from '../../transcript/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { monitorStyles } from './monitor.styles.ts';
import { endedWords, renderEnded } from './render-ended.ts';
import { renderFacts, renderPeople } from './render-facts.ts';
import { renderJoining } from './render-joining.ts';

defineComposer();
defineTranscript();

/**
 * One conversation, watched; after joining, with a composer that is internal unless the supervisor chooses otherwise
 * (M2, M4).
 *
 * @fires floorwalk-command-requested - Assign or transfer is wanted; cancelable.
 * @fires floorwalk-panel-closed - The supervisor closes the panel.
 * @csspart panel header facts people roster transcript composer button band status
 */
export class FloorwalkMonitor extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, speakingStyles, typingStyles, monitorStyles];

  /** The conversation to monitor. */
  @property({ reflect: true }) conversation = '';
  /** Finds the newest live conversation of a CRM record instead: `type:id`. */
  @property() context = '';

  @state() private store = new ConversationStore();
  @state() private found = '';
  @state() private speaking = false;
  @state() private trouble = '';
  @state() private isClosed = false;
  /** The record was looked up, and no conversation belongs to it. */
  @state() private isMissing = false;

  #subscription: Subscription | undefined;
  #followed = '';
  #endedAt = 0;
  #sought = '';
  #drafts: DraftStore | undefined;

  /** Monitors this conversation from now on. */
  monitor(conversation: string): void {
    this.conversation = conversation;
    this.isClosed = false;
  }

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    this.#followed = '';
    signal.addEventListener('abort', () => this.#subscription?.close());
    // Whatever happened to the connection, a supervisor is internal again (M4).
    client.onChange(() => {
      if (client.status.state === 'lost') this.#composer?.reset();
      this.#resume();
    }, signal);
    this.#sought = '';
    this.#lookUp();
  }

  protected override willUpdate(changed?: PropertyValues<this>): void {
    super.willUpdate();
    if (changed?.has('conversation') && this.conversation) this.isClosed = false;
    if (changed?.has('context')) this.#lookUp();
    // Without a composer nobody speaks to the customer, however it went away (M4).
    if (!this.#isWriting) this.speaking = false;
    const wanted = this.isClosed ? '' : this.conversation || this.found;
    if (wanted === this.#followed || !this.live) return;
    this.#subscription?.close();
    this.#followed = wanted;
    this.store = new ConversationStore();
    this.trouble = '';
    if (wanted === '') return;
    const { store } = this;
    this.#subscription = this.live.subscribe(this.#topic(), (message) => {
      if (message.type !== 'conversation' && message.type !== 'typing' && message.type !== 'ended') return;
      store.take(message, this.now());
      if (message.type === 'ended') {
        this.#endedAt = this.now();
        announce(store.detail ? endedWords(message, store.detail, this.#endedAt) : refusalSentence(message.refusal));
      }
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const { detail, ended } = this.store;
    if (!detail) return this.#renderBefore(ended?.refusal);
    const { speaking } = this;
    return html`<section
      class="panel ${speaking ? 'speaking' : ''}"
      part="panel"
      aria-label=${t('monitorOf', { customer: detail.customer.name })}
      @keydown=${this.#onKey}
    >
      ${speaking ? speakingBand(() => this.#composer?.reset()) : nothing} ${this.#renderHead(detail)}
      ${this.renderConnection()}
      ${this.trouble ? html`<div class="strip bad" part="status" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      ${renderFacts(detail, this.now())} ${renderPeople(detail, this.#me)}
      <floorwalk-transcript
        part="transcript"
        .entries=${this.store.entries()}
        self=${this.#me}
        customer=${detail.customer.name}
        conversation=${detail.id}
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
        : t(this.isMissing && !this.isClosed ? 'noConversationOfRecord' : 'chooseConversation');
    return html`<section class="panel" part="panel" aria-label=${t('commandMonitor')}>
      ${this.renderConnection()}
      <div class="empty" part="status">
        ${icon(refusal ? 'lock' : 'eye')}
        <p>${words}</p>
        ${refusal ? html`<button class="button" part="button" type="button" @click=${this.#onClose}>${t('backToTheFloor')}</button>` : nothing}
      </div>
    </section>`;
  }

  #renderHead(detail: Detail): TemplateResult {
    const { name } = detail.customer;
    const facts = {
      customer: name,
      channel: channelWord(detail.channel),
      queue: detail.queue.name,
      state: stateWord(detail.state, detail.phase).toLocaleLowerCase(),
      clock: clock(detail.since),
    };
    const isLive = this.store.ended === undefined;
    const canTransfer = isLive && detail.may['transfer'] === null;
    return html`<header class="head" part="header">
      <span class="who customer big" aria-hidden="true">${initials(name)}</span>
      <div class="about">
        <div role="heading" aria-level=${this.headingLevel} class="title strong" dir="auto">
          ${detail.subject || t('noSubject')}
        </div>
        <div class="muted">${t('conversationFacts', facts)}</div>
      </div>
      ${canTransfer ? html`<button class="button" part="button" type="button" @click=${() => this.#request('transfer', detail)}>${t('commandTransfer')}</button>` : nothing}
      ${isLive && this.#isConsultant(detail) ? html`<button class="button" part="button" type="button" @click=${() => void this.#command('leave')}>${t('leave')}</button>` : nothing}
      <button
        class="button plain square"
        part="button"
        type="button"
        aria-label=${t('closePanel')}
        @click=${this.#onClose}
      >
        ${icon('close')}
      </button>
    </header>`;
  }

  #renderTyping(): TemplateResult | typeof nothing {
    const typing = this.store.typing(this.now());
    return this.store.ended ? nothing : typingLine(typing && { ...typing.who, plane: typing.plane });
  }

  #renderWriting(detail: Detail): TemplateResult {
    if (!this.#isConsultant(detail)) return renderJoining(detail, () => void this.#command('join'));
    const others = new Set([...detail.consultants, ...(detail.watchers ?? [])].map(({ id }) => id));
    others.delete(this.#me);
    return html`<floorwalk-composer
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

  get #me(): string {
    return this.live?.welcome?.person.id ?? '';
  }
  get #composer(): FloorwalkComposer | null {
    return this.renderRoot.querySelector('floorwalk-composer');
  }
  /** Whether the composer is on the screen. */
  get #isWriting(): boolean {
    const { detail, ended } = this.store;
    return detail !== undefined && ended === undefined && !this.isClosed && this.#isConsultant(detail);
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

  #lookUp(): void {
    const { live, context } = this;
    if (!live || this.conversation || context === this.#sought) return;
    this.#sought = context;
    this.found = '';
    this.isMissing = false;
    if (context) void this.#find(live, context);
  }

  async #find(client: LiveClient, context: string): Promise<void> {
    const answer = await client.get(`/v1/conversations?context=${encodeURIComponent(context)}`).catch(() => undefined);
    if (context !== this.context) return;
    const items = (answer?.body as { items?: readonly { id: string; state: string }[] } | undefined)?.items ?? [];
    this.found = (items.find(({ state: now }) => now === 'active' || now === 'wrap-up') ?? items[0])?.id ?? '';
    this.isMissing = this.found === '' && answer?.ok === true;
  }

  async #command(type: 'join' | 'leave'): Promise<void> {
    const outcome = await this.live?.command({ type, conversation: this.#followed });
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    if (type === 'join' && !this.trouble) void this.updateComplete.then(() => this.#composer?.focus());
  }

  #request(command: 'transfer', { id, customer }: Detail): void {
    this.dispatchEvent(new CommandRequestedEvent(command, id, customer.name));
  }

  async #send(id: string, plane: 'public' | 'internal', text: string): Promise<void> {
    const from: Author = { kind: 'consultant', id: this.#me, name: this.live?.welcome?.person.name ?? '' };
    this.store.sending({ id, plane, text, at: this.now(), from });
    this.requestUpdate();
    const outcome = await this.live?.command({ type: 'say', conversation: this.#followed, message: id, text, plane });
    if (outcome?.ok) return;
    this.store.failed(id);
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
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
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.speaking) this.#composer?.reset();
    else this.#onClose();
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-monitor': FloorwalkMonitor;
  }
}
