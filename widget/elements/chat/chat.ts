import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { prepareAnnouncer } from '../../announcer/announcer.ts';
import { ChatClient } from '../../chat-client/chat-client.ts';
import type { OpenSocket } from '../../chat-client/chat-socket.ts';
import { keptChat } from '../../chat-client/kept-chat.ts';
import type { Opened } from '../../chat-client/open-chat.ts';
import type { OwnText } from '../../chat-client/outbox.ts';
import { defineCustomerComposer, type FloorwalkCustomerComposer } from '../../customer-composer/index.ts';
import { defineCustomerTranscript, type CustomerEntry } from '../../customer-transcript/index.ts';
import type { CustomerMessageEvent, CustomerRetryEvent } from '../../events/customer-events.ts';
import { customerT } from '../../strings/customer/index.ts';
import { inCustomerLanguage } from '../../strings/customer/load.ts';
import { customerStyles } from '../../styles/customer-styles.ts';
import { chatStyles } from './chat.styles.ts';
import { renderConsent, renderEnded, renderEnding, renderEndQuestion } from './render-foot.ts';
import { renderHead, renderPlace, renderTrouble } from './render-head.ts';
import { renderStart, type Filled } from './render-start.ts';
import { saveText } from './save-text.ts';
import { TellNew } from './tell-new.ts';
import { transcriptText } from './transcript-text.ts';

defineCustomerComposer();
defineCustomerTranscript();

/**
 * The customer's chat. It keeps its conversation over a reload and a second tab, and says in plain words what happens.
 * Where the page gives both `name` and `subject` it starts by itself, without a form.
 */
export class FloorwalkChat extends LitElement {
  static override styles = [...customerStyles, chatStyles];

  constructor() {
    super();
    inCustomerLanguage(this);
  }

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
  /** Who the customer is, signed by the page's site. */
  @property() identity = '';
  /** Opens sockets in place of the browser, for tests. */
  @property({ attribute: false }) openSocket: OpenSocket | undefined;

  @state() private draft = '';
  @state() private trouble = '';
  @state() private isOpening = false;
  @state() private isEnding = false;

  #client: ChatClient | undefined;
  /** The server and workstream that the client is for. */
  #of = '';
  #changes = new AbortController();
  #tell = new TellNew();
  #clock: ReturnType<typeof setInterval> | undefined;
  #hadFocus = false;

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
    this.#hadFocus = this.matches(':focus-within');
    const of = `${this.server} ${this.workstream}`;
    if (!this.isConnected) return;
    if (!this.#client || this.#of !== of) {
      this.#leave();
      this.#of = of;
      this.#begin();
    }
    if (this.#client?.state === 'idle' && this.#knows && !this.isOpening && !this.trouble) void this.#start();
  }

  protected override updated(): void {
    this.#seeNotices();
    const find = (what: string) => this.renderRoot.querySelector<HTMLElement>(what);
    // What had the focus has gone, and nothing else has it: what took its place, or what can be read, so that no key does what nobody chose.
    if (this.#hadFocus)
      setTimeout(() => {
        if (document.activeElement === document.body)
          (find('.ending button,input,floorwalk-customer-composer') ?? find('floorwalk-customer-transcript'))?.focus();
      });
  }

  #begin(): void {
    const server = this.server || location.origin;
    const client = new ChatClient({
      server,
      kept: keptChat(server, this.workstream),
      ...(this.openSocket && { openSocket: this.openSocket }),
    });
    this.#client = client;
    this.#tell = new TellNew();
    this.#changes = new AbortController();
    const { signal } = this.#changes;
    client.addEventListener('change', () => this.#onChange(client), { signal });
    document.addEventListener('visibilitychange', this.#seeNotices, { signal });
    globalThis.addEventListener('online', () => client.retryNow(), { signal });
    client.resume();
  }

  #leave(): void {
    this.#changes.abort();
    this.#client?.close();
    this.#client = undefined;
  }

  /** Whether there is nothing to ask. */
  get #knows(): boolean {
    return this.name !== '' && this.subject !== '';
  }

  protected override render(): TemplateResult {
    const client = this.#client;
    if (!client) return html``;
    const isOpen = !this.isOpening && client.state !== 'idle' && (client.state !== 'refused' || client.mustReload);
    const mayEnd = isOpen && client.state !== 'ended' && !client.ending && !this.isEnding;
    return html`<section class="panel" part="panel" aria-label=${customerT('customerService')}>
      ${renderHead(client, mayEnd ? () => (this.isEnding = true) : undefined)} ${renderTrouble(client)}
      ${
        isOpen
          ? this.#renderConversation(client)
          : renderStart({
              knows: this,
              isOpening: this.isOpening,
              trouble: this.trouble,
              onStart: (filled) => void this.#start(filled),
            })
      }
    </section>`;
  }

  #renderConversation(client: ChatClient): TemplateResult {
    const typing = client.typingName();
    const { place } = client;
    return html`<floorwalk-customer-transcript
        exportparts="message,notice"
        part="transcript"
        .entries=${this.#lines(client)}
        @floorwalk-customer-retry=${(event: CustomerRetryEvent) => client.retry(event.id)}
      >
        ${place && client.state !== 'ended' ? renderPlace(place) : nothing}
        ${client.state === 'connecting' && client.entries.length === 0 ? html`<p class="place muted" role="status">${customerT('opening')}</p>` : nothing}
      </floorwalk-customer-transcript>
      <div class="typing">${typing === undefined ? '' : customerT('typing', { name: typing })}</div>
      ${client.mustConsent ? renderConsent(client) : nothing} ${this.#renderFoot(client)}`;
  }

  #renderFoot(client: ChatClient): TemplateResult {
    if (client.state === 'ended')
      return renderEnded(
        client,
        () => this.#startNew(client),
        () => saveText(transcriptText(client.entries), 'conversation.txt'),
      );
    if (client.ending) return renderEnding(client);
    if (this.isEnding)
      return renderEndQuestion(
        () => (this.isEnding = false),
        () => this.#end(client),
      );
    return html`<floorwalk-customer-composer
      exportparts="field,button,primary"
      part="composer"
      .draft=${this.draft}
      @floorwalk-customer-message=${(event: CustomerMessageEvent) => client.say(event.text, event.id)}
      @floorwalk-customer-typing=${() => client.typing()}
      @input=${(event: Event) => (this.draft = (event.currentTarget as FloorwalkCustomerComposer).draft)}
    ></floorwalk-customer-composer>`;
  }

  /** The lines, the customer's own unsent ones last. The place has its own picture, so its notice is not repeated. */
  #lines(client: ChatClient): readonly CustomerEntry[] {
    const from = { kind: 'customer', name: this.name } as const;
    return [
      ...client.entries.filter((entry) => entry.type === 'message' || entry.kind !== 'queuePosition'),
      ...client.own.map((own): CustomerEntry => ({ type: 'message', ...own, status: statusOf(own, client), from })),
    ];
  }

  #onChange(client: ChatClient): void {
    this.#tell.take(client.entries);
    this.requestUpdate();
  }

  /** A notice counts as seen once it is on a page that is being looked at (N2). */
  readonly #seeNotices = (): void => {
    if (document.visibilityState !== 'visible') return;
    for (const entry of this.#client?.entries ?? []) if (entry.type === 'notice') this.#client?.seen(entry.id);
  };

  async #start(filled?: Filled): Promise<void> {
    const [type, id] = this.context.split(':');
    const subject = this.subject || filled?.subject;
    this.isOpening = true;
    this.trouble = '';
    const opened = await this.#client?.open({
      workstream: this.workstream,
      customer: {
        name: this.name || (filled?.name ?? ''),
        locale: document.documentElement.lang || navigator.language,
      },
      ...(this.queue && { queue: this.queue }),
      ...(subject && { subject }),
      ...(type && id && { context: { type, id } }),
      ...(this.identity && { identity: this.identity }),
    });
    this.isOpening = false;
    this.trouble = opened ? troubleOf(opened) : '';
  }

  #end(client: ChatClient): void {
    this.isEnding = false;
    client.end();
  }

  #startNew(client: ChatClient): void {
    this.draft = '';
    client.startNew();
  }
}

/** While a slow server lets the page in, what was written is on its way. */
const statusOf = ({ status }: OwnText, { state }: ChatClient): OwnText['status'] =>
  status === 'kept' && state === 'connecting' ? 'sending' : status;

/** That it could not start, and what to do. */
function troubleOf(opened: Opened): string {
  if (opened.ok) return '';
  if (!navigator.onLine) return customerT('notOpenedOffline');
  if (opened.refusal === 'tooManyRequests' || opened.refusal === 'busy') return customerT('notOpenedBusy');
  return customerT('notOpened');
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-chat': FloorwalkChat;
  }
}
