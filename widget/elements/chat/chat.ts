import { html, nothing, type TemplateResult } from 'lit/html.js';
import { prepareAnnouncer } from '../../announcer/announcer.ts';
import { ChatClient } from '../../chat-client/chat-client.ts';
import type { OpenSocket } from '../../chat-client/chat-socket.ts';
import { keptChat } from '../../chat-client/kept-chat.ts';
import type { Opened } from '../../chat-client/open-chat.ts';
import type { OwnText } from '../../chat-client/outbox.ts';
import { CustomerElement } from '../../customer-element/customer-element.ts';
import { StickToEnd } from '../../scroll/stick-to-end.ts';
import { customerT } from '../../strings/customer/index.ts';
import { inCustomerLanguage } from '../../strings/customer/load.ts';
import { customerStyles } from '../../styles/customer-styles.ts';
import { ChatComposer } from './chat-composer.ts';
import { chatStyles } from './chat.styles.ts';
import { composerStyles } from './composer.styles.ts';
import type { CustomerEntry } from './entry.ts';
import { renderConsent, renderEnded, renderEnding, renderEndQuestion } from './render-foot.ts';
import { renderHead, renderPlace, renderTrouble } from './render-head.ts';
import { renderStart, type Filled } from './render-start.ts';
import { renderTranscript } from './render-transcript.ts';
import { saveText } from './save-text.ts';
import { TellNew } from './tell-new.ts';
import { transcriptText } from './transcript-text.ts';
import { transcriptStyles } from './transcript.styles.ts';

/**
 * The customer's chat. It keeps its conversation over a reload and a second tab, and says in plain words what happens.
 * Where the page gives both `name` and `subject` it starts by itself, without a form.
 */
export class FloorwalkChat extends CustomerElement {
  static override readonly styles = [...customerStyles, chatStyles, transcriptStyles, composerStyles];
  static override readonly observedAttributes = [
    'server',
    'workstream',
    'queue',
    'name',
    'subject',
    'context',
    'identity',
  ];
  static {
    this.live(...this.observedAttributes, 'openSocket', 'trouble', 'isOpening', 'isEnding');
  }

  constructor() {
    super();
    inCustomerLanguage(this);
  }

  /** The server's origin; the page's own without it. */
  server = '';
  /** The workstream that new conversations belong to. */
  workstream = 'live-chat';
  /** The queue they enter; the workstream's own without it. */
  queue = '';
  /** The customer's name, where the page knows it: then it is not asked for. */
  name = '';
  /** What it is about, where the page knows it. */
  subject = '';
  /** The record it is about: `type:id`. */
  context = '';
  /** Who the customer is, signed by the page's site. */
  identity = '';
  /** Opens sockets in place of the browser, for tests. */
  openSocket: OpenSocket | undefined;

  private trouble = '';
  private isOpening = false;
  private isEnding = false;

  #client: ChatClient | undefined;
  /** The server and workstream that the client is for. */
  #of = '';
  #changes = new AbortController();
  #tell = new TellNew();
  #clock: ReturnType<typeof setInterval> | undefined;
  #hadFocus = false;
  readonly #composer = new ChatComposer(this, {
    say: (text, id) => this.#client?.say(text, id),
    typing: () => this.#client?.typing(),
  });
  readonly #stick = new StickToEnd(this, () => this.renderRoot.querySelector<HTMLElement>('.transcript'));
  /** The last line that the customer had before them while they were at the end. */
  #lastRead: string | undefined;

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
          (find('.ending button,input,textarea') ?? find('.transcript'))?.focus();
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
    const lines = this.#lines(client);
    if (this.#stick.atEnd) this.#lastRead = lines.at(-1)?.id;
    const lead = html`${place && client.state !== 'ended' ? renderPlace(place) : nothing}
    ${client.state === 'connecting' && client.entries.length === 0 ? html`<p class="place muted" role="status">${customerT('opening')}</p>` : nothing}`;
    const deeds = { retry: (id: string) => client.retry(id), goToEnd: () => this.#stick.goToEnd() };
    return html`${renderTranscript(lines, lead, this.#lastRead, deeds)}
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
    return this.#composer.render();
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
    this.#composer.clear();
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
