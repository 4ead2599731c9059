import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce, prepareAnnouncer } from '../../announcer/announcer.ts';
import { ChatClient, type ChatClientOptions, type ChatSocket } from '../../chat-client/chat-client.ts';
import { keptChat } from '../../chat-client/kept-chat.ts';
import { defineCustomerComposer, type FloorwalkCustomerComposer } from '../../customer-composer/index.ts';
import { defineCustomerTranscript, type CustomerEntry } from '../../customer-transcript/index.ts';
import type { CustomerMessageEvent, CustomerRetryEvent } from '../../events/customer-events.ts';
import { customerIcon } from '../../icons/customer-icon.ts';
import { clock, customerNoticeWords, customerT, initials, isCustomerNotice } from '../../strings/customer/index.ts';
import { customerStyles } from '../../styles/customer-styles.ts';
import { panel } from '../../styles/panel.styles.ts';
import { chatStyles } from './chat.styles.ts';
import { transcriptText } from './transcript-text.ts';

defineCustomerComposer();
defineCustomerTranscript();

/**
 * The customer's chat. It keeps its conversation over a reload and a second tab, and says in plain words what happens.
 *
 * @csspart panel header transcript composer button primary field status
 */
export class FloorwalkChat extends LitElement {
  static override styles = [...customerStyles, panel, chatStyles];

  /** The server's origin; the page's own without it. */
  @property() server = '';
  /** The workstream that new conversations belong to. */
  @property() workstream = 'live-chat';
  /** The queue they enter; the workstream's own without it. */
  @property() queue = '';
  /** The customer's name, where the page knows it: then it is not asked for. */
  @property() name = '';
  /** What it is about, where the page knows it. */
  @property() subject = '';
  /** The record it is about: `type:id`. */
  @property() context = '';
  /** Opens sockets in place of the browser, for tests. */
  @property({ attribute: false }) openSocket: ((url: string) => ChatSocket) | undefined;

  @state() private draft = '';
  @state() private trouble = '';
  @state() private isEnding = false;

  #client: ChatClient | undefined;
  /** The server and workstream that the client is for. */
  #of = '';
  #changes = new AbortController();
  #told = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    // A typing sign goes by itself.
    this.#clock = setInterval(() => this.requestUpdate(), 2_000);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#leave();
  }

  protected override willUpdate(): void {
    const of = `${this.server} ${this.workstream}`;
    if (!this.isConnected || (this.#client && this.#of === of)) return;
    this.#leave();
    this.#of = of;
    this.#begin();
  }

  protected override updated(changed: PropertyValues): void {
    this.#seeNotices();
    // The button that was pressed has gone: the question that took its place has the focus.
    if (changed.has('isEnding') && this.isEnding)
      this.renderRoot.querySelector<HTMLElement>('.ending .button')?.focus();
  }

  #begin(): void {
    const server = this.server || location.origin;
    const options: ChatClientOptions = {
      server,
      kept: keptChat(server, this.workstream),
      ...(this.openSocket && { openSocket: this.openSocket }),
    };
    const client = new ChatClient(options);
    this.#client = client;
    this.#told = 0;
    this.#changes = new AbortController();
    const { signal } = this.#changes;
    client.addEventListener('change', () => this.#onChange(), { signal });
    document.addEventListener('visibilitychange', this.#seeNotices, { signal });
    globalThis.addEventListener('online', () => client.retryNow(), { signal });
    client.resume();
  }

  #leave(): void {
    this.#changes.abort();
    this.#client?.close();
    this.#client = undefined;
  }

  protected override render(): TemplateResult {
    const client = this.#client;
    if (!client) return html``;
    const isOpen = client.state !== 'idle' && client.state !== 'refused';
    return html`<section class="panel" part="panel" aria-label=${customerT('customerService')}>
      ${this.#renderHead(client)}
      ${client.state === 'lost' ? html`<div class="strip still" part="status" role="status">${customerIcon('brokenLink')}<span>${customerT('noConnection')}</span></div>` : nothing}
      ${isOpen ? this.#renderConversation(client) : this.#renderStart()}
    </section>`;
  }

  #renderHead(client: ChatClient): TemplateResult {
    const agent = this.#agent(client);
    const canEnd = client.state === 'live' && !this.isEnding;
    return html`<header class="head" part="header">
      <span class="who big" aria-hidden="true">${agent ? initials(agent) : customerIcon('person')}</span>
      <div class="about">
        <div role="heading" aria-level="2" class="title strong" dir="auto">
          ${agent ?? customerT('customerService')}
        </div>
        ${agent && client.state === 'live' ? html`<div class="muted">${customerT('answersYouNow')}</div>` : nothing}
      </div>
      ${canEnd ? html`<button class="button" part="button" type="button" @click=${() => (this.isEnding = true)}>${customerT('end')}</button>` : nothing}
    </header>`;
  }

  #renderStart(): TemplateResult {
    return html`<form class="start" @submit=${this.#onStart}>
      ${this.name ? nothing : html`<label><span class="label">${customerT('yourName')}</span><input class="field" part="field" name="name" autocomplete="name" maxlength="200" required /></label>`}
      ${this.subject ? nothing : html`<label><span class="label">${customerT('whatIsItAbout')}</span><input class="field" part="field" name="subject" maxlength="300" /></label>`}
      ${this.trouble ? html`<p role="alert">${this.trouble}</p>` : nothing}
      <p class="muted">${customerT('consent')}</p>
      <button class="button primary" part="button primary" type="submit">${customerT('start')}</button>
    </form>`;
  }

  #renderConversation(client: ChatClient): TemplateResult {
    const typing = client.typingName();
    return html`<floorwalk-customer-transcript
        part="transcript"
        .entries=${this.#lines(client)}
        @floorwalk-customer-retry=${(event: CustomerRetryEvent) => client.retry(event.id)}
      >
        ${client.before === undefined || this.#agent(client) || client.state === 'ended' ? nothing : this.#renderPlace(client.before)}
      </floorwalk-customer-transcript>
      <div class="typing">${typing === undefined ? '' : customerT('typing', { name: typing })}</div>
      ${client.mustConsent ? this.#renderConsent(client) : nothing}
      ${client.state === 'ended' ? this.#renderEnded(client) : this.isEnding ? this.#renderEnding(client) : this.#renderComposer(client)}`;
  }

  #renderPlace(before: number): TemplateResult {
    return html`<div class="place" role="status">
      <strong>${before === 0 ? customerT('placeNext') : customerT('placeOf', { place: before + 1 })}</strong>
      <span class="muted">${customerT('comeBack')}</span>
    </div>`;
  }

  #renderConsent(client: ChatClient): TemplateResult {
    return html`<div class="foot" part="status">
      <span>${customerT('consent')}</span
      ><button class="button primary" part="button primary" type="button" @click=${() => client.consent()}>
        ${customerT('agree')}
      </button>
    </div>`;
  }

  #renderComposer(client: ChatClient): TemplateResult {
    return html`<floorwalk-customer-composer
      part="composer"
      .draft=${this.draft}
      @floorwalk-customer-message=${(event: CustomerMessageEvent) => client.say(event.text, event.id)}
      @floorwalk-customer-typing=${() => client.typing()}
      @input=${(event: Event) => (this.draft = (event.currentTarget as FloorwalkCustomerComposer).draft)}
    ></floorwalk-customer-composer>`;
  }

  #renderEnding(client: ChatClient): TemplateResult {
    return html`<div class="foot ending" role="group" aria-label=${customerT('endQuestion')}>
      <span>${customerT('endQuestion')}</span>
      <span class="pair">
        <button class="button" part="button" type="button" @click=${() => (this.isEnding = false)}>
          ${customerT('keepWriting')}
        </button>
        <button class="button primary" part="button primary" type="button" @click=${() => this.#end(client)}>
          ${customerT('end')}
        </button>
      </span>
    </div>`;
  }

  #renderEnded(client: ChatClient): TemplateResult {
    const last = client.entries.at(-1);
    return html`<div class="foot ended">
      <span class="muted">${last ? customerT('endedAt', { clock: clock(last.at) }) : ''}</span>
      <button class="button primary" part="button primary" type="button" @click=${() => this.#startNew(client)}>
        ${customerT('startNew')}
      </button>
      <button class="button" part="button" type="button" @click=${() => this.#keep(client)}>
        ${customerIcon('save')}${customerT('keepTranscript')}
      </button>
    </div>`;
  }

  /** The lines, the customer's own unsent ones last. The place has its own picture, so its notice is not repeated. */
  #lines(client: ChatClient): readonly CustomerEntry[] {
    const entries: CustomerEntry[] = client.entries.filter(
      (entry) => entry.type === 'message' || entry.kind !== 'queuePosition',
    );
    return [
      ...entries,
      ...client.own.map(({ id, text, at, status }): CustomerEntry => ({
        type: 'message',
        id,
        text,
        at,
        status,
        from: { kind: 'customer', name: this.name },
      })),
    ];
  }

  /** Who has the conversation now, as its notices say. */
  #agent(client: ChatClient): string | undefined {
    let agent: string | undefined;
    for (const entry of client.entries) {
      if (entry.type !== 'notice') continue;
      if (entry.kind === 'agentJoined') agent = String(entry.params['agent'] ?? '') || undefined;
      if (entry.kind === 'transferred') agent = String(entry.params['to'] ?? '') || undefined;
      if (entry.kind === 'returnedToQueue' || entry.kind === 'agentDisconnected') agent = undefined;
    }
    return agent;
  }

  #onChange(): void {
    const entries = this.#client?.entries ?? [];
    if (entries.length === 0) this.#told = 0;
    // What is there when the page opens is not read out again.
    for (const entry of entries) {
      if (entry.offset <= this.#told) continue;
      if (this.#told > 0 && entry.type === 'message' && entry.from.kind !== 'customer')
        announce(`${entry.from.name}: ${entry.text}`);
      if (this.#told > 0 && entry.type === 'notice' && isCustomerNotice(entry.kind))
        announce(customerNoticeWords(entry.kind, entry.params));
    }
    this.#told = Math.max(this.#told, ...entries.map(({ offset }) => offset));
    this.requestUpdate();
  }

  /** A notice counts as seen once it is on a page that is being looked at (N2). */
  readonly #seeNotices = (): void => {
    if (document.visibilityState !== 'visible') return;
    for (const entry of this.#client?.entries ?? []) if (entry.type === 'notice') this.#client?.seen(entry.id);
  };

  readonly #onStart = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const text = (field: string): string => {
      const value = fields.get(field);
      return typeof value === 'string' ? value.trim() : '';
    };
    const [type, id] = this.context.split(':');
    const subject = this.subject || text('subject');
    const opened = await this.#client?.open({
      workstream: this.workstream,
      customer: { name: this.name || text('name'), locale: document.documentElement.lang || navigator.language },
      ...(this.queue && { queue: this.queue }),
      ...(subject && { subject }),
      ...(type && id && { context: { type, id } }),
    });
    this.trouble = opened?.ok === false ? opened.detail || customerT('notOpened') : '';
  };

  #end(client: ChatClient): void {
    this.isEnding = false;
    client.end();
  }

  #startNew(client: ChatClient): void {
    this.draft = '';
    client.startNew();
  }

  /** Saves what was said as a text file on the customer's device. */
  #keep(client: ChatClient): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([transcriptText(client.entries)], { type: 'text/plain' }));
    link.download = 'conversation.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-chat': FloorwalkChat;
  }
}
