import { close, mayReconnect, readChatMessage, type ChatEntry } from '@floorwalk/core/protocol/customer';
import { waitBefore } from '../reconnect/backoff.ts';
import { messageId } from '../message/message-id.ts';
import type { KeptChat } from './kept-chat.ts';

/** The part of a WebSocket that is used, so that tests can script one. */
export interface ChatSocket {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

/** What a new conversation is about. */
export interface ChatOpening {
  readonly workstream?: string;
  readonly queue?: string;
  readonly subject?: string;
  readonly customer: { readonly name: string; readonly locale?: string };
  readonly context?: { readonly type: string; readonly id: string };
}

export interface ChatClientOptions {
  readonly server: string;
  readonly kept: KeptChat;
  readonly openSocket?: (url: string) => ChatSocket;
}

/** A text of the customer's that the server has not sent back yet. */
export interface OwnText {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  status: 'sending' | 'kept' | 'failed';
}

export type ChatState = 'idle' | 'connecting' | 'live' | 'lost' | 'ended' | 'refused';

const ANSWER_MS = 10_000;
const OPEN = 1;

/**
 * The customer's connection to their conversation: goes on where it stopped, sends what was written without a
 * connection, and never sends a text twice. Tells with `change` that something is new.
 */
export class ChatClient extends EventTarget {
  readonly #options: ChatClientOptions;
  readonly #entries = new Map<number, ChatEntry>();
  readonly #own = new Map<string, OwnText>();
  readonly #late = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #seen = new Set<string>();
  #state: ChatState = 'idle';
  #socket: ChatSocket | undefined;
  #isWelcome = false;
  #epoch = '';
  #before: number | undefined;
  #typing: { readonly name: string; readonly until: number } | undefined;
  #mustConsent = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #silenceMs = 30_000;

  constructor(options: ChatClientOptions) {
    super();
    this.#options = options;
  }

  get state(): ChatState {
    return this.#state;
  }
  /** The lines so far, oldest first. */
  get entries(): readonly ChatEntry[] {
    return [...this.#entries.values()].toSorted((a, b) => a.offset - b.offset);
  }
  get own(): readonly OwnText[] {
    return [...this.#own.values()];
  }
  /** How many wait before this customer; undefined where nobody said. */
  get before(): number | undefined {
    return this.#before;
  }
  /** Whether the customer must agree before anybody may monitor (N3). */
  get mustConsent(): boolean {
    return this.#mustConsent;
  }
  typingName(now = Date.now()): string | undefined {
    return this.#typing && this.#typing.until > now ? this.#typing.name : undefined;
  }

  /** Goes on with the conversation that this device kept; answers whether there is one. */
  resume(): boolean {
    if (this.#options.kept.read() === undefined) return false;
    if (this.#state === 'idle') this.#connect();
    return true;
  }

  /** Opens a new conversation; `detail` is what the server says where it cannot, empty where it does not answer. */
  async open(opening: ChatOpening): Promise<{ readonly ok: boolean; readonly detail: string }> {
    this.#forget();
    this.#set('connecting');
    const { token, detail = '' } = await this.#ask(opening).catch(() => ({ token: undefined, detail: '' }));
    if (token === undefined) {
      this.#set('idle');
      return { ok: false, detail };
    }
    this.#options.kept.write(token);
    this.#connect();
    return { ok: true, detail: '' };
  }

  /** Sends a text, or keeps it until there is a connection. */
  say(text: string, id = messageId()): void {
    this.#own.set(id, { id, text, at: Date.now(), status: this.#isWelcome ? 'sending' : 'kept' });
    this.#deliver(id);
    this.#changed();
  }
  /** Sends a failed text again under its own id, which stores it once. */
  retry(id: string): void {
    const own = this.#own.get(id);
    if (own) this.say(own.text, id);
  }
  /** Connects at once where a connection was to be tried later: the device says that it is online again. */
  retryNow(): void {
    if (this.#state !== 'lost' || this.#socket) return;
    clearTimeout(this.#retry);
    this.#connect();
  }
  typing(): void {
    this.#send({ type: 'typing' });
  }
  /** A notice has been on the customer's screen (N2). */
  seen(notice: string): void {
    if (this.#seen.has(notice)) return;
    if (this.#send({ type: 'seen', notice })) this.#seen.add(notice);
  }
  consent(): void {
    this.#mustConsent = false;
    this.#send({ type: 'consent', id: messageId() });
    this.#changed();
  }
  end(): void {
    this.#send({ type: 'end', id: messageId() });
  }
  /** Forgets the conversation, so that another one can begin. */
  startNew(): void {
    this.#options.kept.forget();
    this.close();
    this.#forget();
    this.#set('idle');
  }
  close(): void {
    clearTimeout(this.#retry);
    this.#quieten();
    const socket = this.#socket;
    this.#socket = undefined;
    this.#isWelcome = false;
    socket?.close(1000);
  }

  #connect(): void {
    const token = this.#options.kept.read();
    if (token === undefined) return;
    const address = new URL('/v1/chat', this.#options.server);
    address.protocol = address.protocol.replace('http', 'ws');
    const open = this.#options.openSocket ?? ((url: string): ChatSocket => new WebSocket(url) as ChatSocket);
    const socket = open(address.href);
    this.#socket = socket;
    this.#isWelcome = false;
    if (this.#state !== 'lost' && this.#state !== 'ended') this.#set('connecting');
    socket.onopen = () => {
      const offset = Math.max(0, ...this.#entries.keys());
      const since = this.#epoch ? { since: { epoch: this.#epoch, offset } } : {};
      socket.send(JSON.stringify({ type: 'hello', version: 1, token, ...since }));
    };
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket && typeof data === 'string') this.#hear(data);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#lose(code);
    };
    this.#watchSilence();
  }

  async #ask(opening: ChatOpening): Promise<{ token?: string; detail?: string }> {
    const response = await fetch(new URL('/v1/chat', this.#options.server), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(opening),
    });
    return (await response.json()) as { token?: string; detail?: string };
  }

  #lose(code: number): void {
    this.#socket = undefined;
    this.#isWelcome = false;
    this.#quieten();
    if (this.#state === 'ended') return;
    if (!mayReconnect(code)) {
      // Only a token that is not accepted any more leaves nothing to go on with; else a reload finds the conversation.
      if (code === close.unauthenticated.code || code === close.withdrawn.code) this.#options.kept.forget();
      return this.#set('refused');
    }
    for (const own of this.#own.values()) if (own.status === 'sending') own.status = 'kept';
    this.#retry = setTimeout(() => this.#connect(), waitBefore(this.#attempt++));
    this.#set('lost');
  }

  /** A network may go without a word; a server that says nothing for two heartbeats and more is taken for lost. */
  #watchSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      const socket = this.#socket;
      this.#lose(1006);
      socket?.close();
    }, this.#silenceMs);
  }

  #quieten(): void {
    clearTimeout(this.#silence);
    for (const timer of this.#late.values()) clearTimeout(timer);
    this.#late.clear();
  }

  #hear(text: string): void {
    const message = readChatMessage(text);
    if (!message) return;
    if (message.type === 'welcome') this.#silenceMs = message.heartbeat * 2.5;
    this.#watchSilence();
    switch (message.type) {
      case 'welcome':
        this.#isWelcome = true;
        this.#attempt = 0;
        this.#epoch = message.epoch;
        this.#mustConsent = message.consent;
        if (this.#state !== 'ended') this.#state = 'live';
        for (const { id, status } of this.#own.values()) if (status !== 'failed') this.#deliver(id);
        break;
      case 'entries':
        this.#take(message.entries, message.whole);
        break;
      case 'place':
        this.#before = message.before;
        break;
      case 'typing':
        this.#typing = { name: message.name, until: Date.now() + 5_000 };
        break;
      case 'moved':
        // The old conversation was over: the text opened a new one, which goes on here.
        this.#options.kept.write(message.token);
        this.close();
        this.#own.delete(message.id);
        this.#turnPage();
        this.#connect();
        break;
      case 'accepted':
        this.#settle(message.id);
        break;
      case 'refused':
        this.#settle(message.id);
        this.#fail(message.id);
        break;
      case 'heartbeat':
        this.#send({ type: 'pong' });
        return;
      case 'shuttingDown':
        return;
    }
    this.#changed();
  }

  #take(entries: readonly ChatEntry[], whole: boolean): void {
    if (whole) this.#entries.clear();
    for (const entry of entries) {
      this.#entries.set(entry.offset, entry);
      if (entry.type === 'message') {
        this.#own.delete(entry.id);
        if (entry.from.kind !== 'customer') this.#typing = undefined;
      } else if (entry.kind === 'conversationEnded' || entry.kind === 'forceClosed') this.#state = 'ended';
      else if (entry.kind === 'agentJoined') this.#before = undefined;
    }
  }

  #deliver(id: string): void {
    const own = this.#own.get(id);
    if (!own || !this.#send({ type: 'say', id, text: own.text })) return;
    own.status = 'sending';
    clearTimeout(this.#late.get(id));
    this.#late.set(
      id,
      setTimeout(() => this.#fail(id), ANSWER_MS),
    );
  }
  #settle(id: string): void {
    clearTimeout(this.#late.get(id));
    this.#late.delete(id);
  }
  #fail(id: string): void {
    const own = this.#own.get(id);
    if (own) own.status = 'failed';
    this.#changed();
  }
  #send(message: object): boolean {
    if (!this.#isWelcome || this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }
  #forget(): void {
    this.#own.clear();
    this.#turnPage();
  }
  #turnPage(): void {
    this.#entries.clear();
    this.#seen.clear();
    this.#epoch = '';
    this.#before = undefined;
    if (this.#state === 'ended') this.#state = 'connecting';
  }
  #set(state: ChatState): void {
    this.#state = state;
    this.#changed();
  }
  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
