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
import { messageId } from '../../message/message-id.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { ConversationStore } from '../../stores/conversation-store.ts';
import { refusalSentence, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { defineTranscript, typingLine, typingStyles } from '../../transcript/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { agentStyles } from './agent.styles.ts';
import { losesText, type Act } from './desk-acts.ts';
import { renderAsking } from './render-asking.ts';
import { renderDeadline, renderDeskHead, renderHere } from './render-desk-head.ts';
import { allParts } from '../panel/all-parts.ts';

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
  /** The note of a release that was tried, so that trying again adds it once (P4). */
  #note: { readonly id: string; readonly text: string } | undefined;

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
    this.#note = undefined;
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
    return html`<section
      class="panel fill"
      part="panel"
      aria-label=${detail.subject || detail.customer.name}
      @keydown=${this.#onKey}
    >
      ${renderDeskHead(detail, this.headingLevel, (act) => void this.#act(act))} ${renderHere(detail)}
      ${renderDeadline(detail, this.now())} ${this.asking ? this.#renderAsking(detail, this.asking) : nothing}
      ${this.trouble ? html`<div class="strip bad" part="status" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      <floorwalk-transcript
        exportparts=${allParts}
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

  /** Escape takes a question back. */
  readonly #onKey = ({ key, defaultPrevented }: KeyboardEvent): void => {
    if (key === 'Escape' && !defaultPrevented) this.asking = undefined;
  };

  #renderAsking(detail: Detail, act: Act): TemplateResult {
    return renderAsking(act, {
      customer: detail.customer.name,
      losesText: losesText(act, this.#drafts, detail.id),
      onKeep: () => this.#keepWriting(),
      onAct: () => void this.#act(act),
      onRelease: (reason) => void this.#release(reason),
    });
  }

  #renderWriting(detail: Detail): TemplateResult | typeof nothing {
    const { ended } = this.store;
    if (ended || detail.state === 'closed')
      return html`<div class="strip still" part="status">
        ${icon('info')}<span>${ended ? refusalSentence(ended.refusal) : t('stateClosed')}</span>
      </div>`;
    if (detail.role === 'offeree' || detail.role === 'reader') return nothing;
    return html`<floorwalk-composer
      exportparts=${allParts}
      part="composer"
      mode=${detail.role === 'primary' ? 'agent' : 'supervisor'}
      conversation=${detail.id}
      customer=${detail.customer.name}
      agent=${detail.role === 'primary' ? '' : (detail.primary?.name ?? '')}
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

  #keepWriting(): void {
    this.asking = undefined;
    this.#composer?.focus();
  }
  async #act(type: Act): Promise<void> {
    if (this.asking !== type && (type === 'release' || losesText(type, this.#drafts, this.conversation))) {
      this.asking = type;
      return;
    }
    this.asking = undefined;
    await this.#command({ type, conversation: this.conversation });
  }
  /** The reason is a note, which the next agent reads; only then is it released. */
  async #release(reason: string): Promise<void> {
    const { conversation } = this;
    const text = t('releaseNote', { reason });
    this.#note = this.#note?.text === text ? this.#note : { id: messageId(), text };
    const noted = await this.#command({ type: 'say', conversation, message: this.#note.id, text, plane: 'internal' });
    if (noted && conversation === this.conversation) await this.#act('release');
  }
  async #command(command: CommandInput): Promise<boolean> {
    // A text says in its own line that it is on its way.
    const outcome = await (command.type === 'say' ? this.live?.command(command) : this.carryOut(command));
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
