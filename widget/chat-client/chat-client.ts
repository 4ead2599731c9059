import { chatServerMessage, mayReconnect, parseJson, type ChatEntry } from '@floorwalk/core/protocol/customer';
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

  /** Opens a new conversation; rejects with what the server says where it cannot. */
  async open(opening: ChatOpening): Promise<void> {
    this.#set('connecting');
    const response = await fetch(new URL('/v1/chat', this.#options.server), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(opening),
    });
    const body = (await response.json()) as { token?: string; detail?: string };
    if (!response.ok || body.token === undefined) {
      this.#set('idle');
      throw new Error(body.detail ?? 'The chat could not be opened.');
    }
    this.#forget();
    this.#options.kept.write(body.token);
    this.#connect();
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
    for (const timer of this.#late.values()) clearTimeout(timer);
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
      if (socket !== this.#socket) return;
      this.#socket = undefined;
      this.#isWelcome = false;
      if (this.#state === 'ended') return;
      if (!mayReconnect(code)) {
        // The token is not accepted any more: nothing to go on with.
        this.#options.kept.forget();
        return this.#set('refused');
      }
      this.#retry = setTimeout(() => this.#connect(), waitBefore(this.#attempt++));
      this.#set('lost');
    };
  }

  #hear(text: string): void {
    const parsed = parseJson(chatServerMessage, text);
    if (!parsed.ok) return;
    const message = parsed.value;
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
        this.#forget();
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
    this.#entries.clear();
    this.#own.clear();
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
