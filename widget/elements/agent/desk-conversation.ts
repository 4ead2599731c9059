import type { Author } from '@floorwalk/core/conversation';
import type { Plane } from '@floorwalk/core';
import type { Detail } from '@floorwalk/core/protocol';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandInput, LiveClient, Subscription } from '../../client/index.ts';
import { defineComposer, sessionDrafts, type DraftStore, type FloorwalkComposer } from '../../composer/index.ts';
import { DetailChangedEvent } from '../../events/desk-events.ts';
import type {
  DraftRequestedEvent,
  MessageSubmittedEvent,
  RetryRequestedEvent,
  TypingEvent,
} from '../../events/message-events.ts';
import { icon } from '../../icons/index.ts';
import { pictureStyles, sentimentPicture } from '../../pictures/index.ts';
import { ConversationStore } from '../../stores/conversation-store.ts';
import { channelWord, clock, initials, refusalHint, refusalSentence, sentimentWords, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { defineTranscript, typingLine, typingStyles } from '../../transcript/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { agentStyles } from './agent.styles.ts';

/** Inside the desk's column the panel takes all there is. */
const filled = css`
  :host {
    min-block-size: 0;
    container: none;
  }
  .panel.fill {
    block-size: 100%;
  }
`;

defineComposer();
defineTranscript();

const acts = ['resume', 'release', 'park', 'end', 'close'] as const;
type Act = (typeof acts)[number];
const actWords = { resume: 'resume', release: 'release', park: 'park', end: 'end', close: 'closeAfterWork' } as const;

/** One conversation in an agent's hands: transcript, composer that starts public, and what can be done with it. */
export class DeskConversation extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, typingStyles, agentStyles, filled];

  @property() conversation = '';
  @state() private store = new ConversationStore();
  @state() private trouble = '';
  /** The act that would lose an unsent text, until the agent says that it may. */
  @state() private asking: Act | undefined;

  #subscription: Subscription | undefined;
  #followed = '';
  #drafts: DraftStore | undefined;

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    this.#followed = '';
    client.onChange(() => {
      const since = this.store.position;
      if (client.status.state === 'lost' && this.#followed && since)
        this.#subscription?.update({ kind: 'conversation', conversation: this.#followed, since });
    }, signal);
    signal.addEventListener('abort', () => this.#subscription?.close());
  }

  protected override willUpdate(_changed?: PropertyValues<this>): void {
    super.willUpdate();
    if (!this.live || this.conversation === this.#followed) return;
    this.#subscription?.close();
    this.#followed = this.conversation;
    this.trouble = '';
    this.asking = undefined;
    const store = new ConversationStore();
    this.store = store;
    if (this.conversation === '') return;
    this.#subscription = this.live.subscribe({ kind: 'conversation', conversation: this.conversation }, (message) => {
      if (message.type !== 'conversation' && message.type !== 'typing' && message.type !== 'ended') return;
      store.take(message, this.now());
      if (store.detail && message.type === 'conversation') this.dispatchEvent(new DetailChangedEvent(store.detail));
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const { detail, ended } = this.store;
    if (!detail) {
      const words = ended ? refusalSentence(ended.refusal) : t('gettingTheConversation');
      return html`<section class="panel fill" part="panel">
        <div class="empty" part="status"><p>${words}</p></div>
      </section>`;
    }
    const typing = this.store.typing(this.now());
    return html`<section class="panel fill" part="panel" aria-label=${detail.subject || detail.customer.name}>
      ${this.#renderHead(detail)} ${this.#renderHere(detail)}
      ${this.asking ? this.#renderAsking(detail, this.asking) : nothing}
      ${this.trouble ? html`<div class="strip bad" part="status" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      <floorwalk-transcript
        part="transcript"
        .entries=${this.store.entries()}
        self=${this.#me}
        customer=${detail.customer.name}
        conversation=${detail.id}
        ?may-draft=${detail.state === 'active'}
        @floorwalk-retry-requested=${this.#onRetry}
        @floorwalk-draft-requested=${(event: DraftRequestedEvent) => this.#composer?.makeDraft(event.text)}
      ></floorwalk-transcript>
      ${typingLine(typing && { ...typing.who, plane: typing.plane })} ${this.#renderWriting(detail)}
    </section>`;
  }

  #renderHead(detail: Detail): TemplateResult {
    const shown = acts.filter(
      (act) => detail.may[act] === null || (act === 'end' && detail.may[act] && detail.state === 'active'),
    );
    return html`<header class="head" part="header">
      <span class="who customer big" aria-hidden="true">${initials(detail.customer.name)}</span>
      <div class="grow two">
        <span role="heading" aria-level=${this.headingLevel} class="title strong cut" dir="auto"
          >${detail.subject || t('noSubject')}</span
        >
        <span class="muted cut" dir="auto"
          >${detail.customer.name}, ${channelWord(detail.channel)}, ${detail.queue.name},
          ${t('withYouSince', { clock: clock(detail.since) })}</span
        >
      </div>
      ${shown.map((act) => {
        const no = detail.may[act] ?? null;
        return html`<button
          class="button"
          part="button"
          type="button"
          aria-disabled=${no !== null}
          title=${no === null ? '' : refusalHint(no, act, detail.state, detail.phase)}
          @click=${() => no === null && void this.#act(act)}
        >
          ${t(actWords[act])}
        </button>`;
      })}
    </header>`;
  }

  #renderAsking(detail: Detail, act: Act): TemplateResult {
    return html`<div class="strip still asking" part="status" role="alert">
      ${icon('warning')}<span class="grow">${t('unsentText', { customer: detail.customer.name })}</span>
      <span class="line">
        <button class="button" part="button" type="button" @click=${this.#keepWriting}>${t('keepWriting')}</button>
        <button class="button primary" part="button primary" type="button" @click=${() => void this.#act(act)}>
          ${t(actWords[act])}
        </button>
      </span>
    </div>`;
  }

  #renderHere(detail: Detail): TemplateResult {
    const told = Object.values(detail.receipts).some(({ kind }) => kind === 'consultantJoined');
    return html`<div class="here line" part="people">
      <span class="grow muted">
        ${detail.consultants.map(({ name }) => html`<span>${told ? t('consultantJoinedToAgent', { name, customer: detail.customer.name }) : t('consultantHereUntold', { name, clock: clock(detail.since) })} </span>`)}
      </span>
      ${detail.sentiment === 0 ? nothing : sentimentPicture(detail.scores, detail.sentiment)}<span class="muted"
        >${sentimentWords(detail.sentiment, detail.scores)}</span
      >
    </div>`;
  }

  #renderWriting(detail: Detail): TemplateResult | typeof nothing {
    const { ended } = this.store;
    if (ended || detail.state === 'closed')
      return html`<div class="strip still" part="status">
        ${icon('info')}<span>${ended ? refusalSentence(ended.refusal) : t('stateClosed')}</span>
      </div>`;
    if (detail.role === 'offeree' || detail.role === 'reader') return nothing;
    return html`<floorwalk-composer
      part="composer"
      mode=${detail.role === 'primary' ? 'agent' : 'supervisor'}
      conversation=${detail.id}
      customer=${detail.customer.name}
      agent=${detail.role === 'primary' ? t('you') : (detail.primary?.name ?? '')}
      supervisors=${detail.consultants.length}
      ?internal-only=${detail.state === 'wrap-up'}
      .drafts=${(this.#drafts ??= sessionDrafts(this.#me))}
      @floorwalk-message-submitted=${(event: MessageSubmittedEvent) => void this.#send(event.id, event.plane, event.text)}
      @floorwalk-typing=${(event: TypingEvent) => this.live?.typing(detail.id, event.plane)}
    ></floorwalk-composer>`;
  }

  get #me(): string {
    return this.live?.welcome?.person.id ?? '';
  }
  get #composer(): FloorwalkComposer | null {
    return this.renderRoot.querySelector('floorwalk-composer');
  }

  /** Whether a text would be left that nobody can send any more. */
  #losesText(act: Act): boolean {
    if (act !== 'release' && act !== 'end' && act !== 'close') return false;
    const planes: readonly Plane[] = act === 'end' ? ['public'] : ['public', 'internal'];
    return planes.some((plane) => (this.#drafts?.get(this.conversation, plane) ?? '').trim() !== '');
  }
  #keepWriting(): void {
    this.asking = undefined;
    this.#composer?.focus();
  }
  async #act(type: Act): Promise<void> {
    if (this.asking !== type && this.#losesText(type)) {
      this.asking = type;
      return;
    }
    this.asking = undefined;
    await this.#command({ type, conversation: this.conversation });
  }
  async #command(command: CommandInput): Promise<boolean> {
    const outcome = await this.live?.command(command);
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    return outcome?.ok === true;
  }

  async #send(id: string, plane: Plane, text: string): Promise<void> {
    const from: Author = { kind: 'agent', id: this.#me, name: this.live?.welcome?.person.name ?? '' };
    const { store } = this;
    store.sending({ id, plane, text, at: this.now(), from });
    this.requestUpdate();
    if (await this.#command({ type: 'say', conversation: this.conversation, message: id, text, plane })) return;
    store.failed(id);
    this.requestUpdate();
  }

  readonly #onRetry = (event: RetryRequestedEvent): void => {
    const own = this.store.own(event.id);
    if (own) void this.#send(event.id, own.plane, own.text);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-desk-conversation': DeskConversation;
  }
}
