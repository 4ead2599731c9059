import {
  type clientMessage,
  type command,
  type topic,
  mayReconnect,
  parseJson,
  PROTOCOL_VERSION,
  serverMessage,
  type ServerMessage,
} from '@floorwalk/core/protocol';
import type { Plane, Refusal } from '@floorwalk/core';
import type { InferInput } from 'valibot';
import { messageId } from '../message/message-id.ts';
import { waitBefore } from '../reconnect/backoff.ts';
import { expiryOf } from './token-expiry.ts';

/** How the connection is doing; times are the machine's. */
export type LiveStatus =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number; readonly retryAt: number }
  | { readonly state: 'refused'; readonly detail: string };

/** What a command came to. `unanswered`: the server did not answer in time; the same id may be sent again. */
export type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly refusal: null };

export interface Subscription {
  /** Asks for something else under the same subscription. */
  update(topic: TopicInput): void;
  close(): void;
}

export type TopicInput = InferInput<typeof topic>;
export type CommandInput = InferInput<typeof command>;
type ClientInput = InferInput<typeof clientMessage>;

/** The part of a WebSocket that is used, so that tests can script one. */
export interface SocketLike {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
}

export interface LiveClientOptions {
  /** The server's origin, such as `https://floor.example`. */
  readonly server: string;
  readonly getToken: () => Promise<string>;
  /** This page is an agent's desk, which makes the agent reachable (K5). */
  readonly desk?: boolean;
  readonly openSocket?: (url: string) => SocketLike;
}

const ANSWER_MS = 10_000;
/** A connection that says nothing for this many heartbeats is taken for lost. */
const SILENT_HEARTBEATS = 2.5;
const OPEN = 1;

interface Subscribed {
  topic: TopicInput;
  readonly listener: (message: ServerMessage) => void;
}

interface Asked {
  readonly message: ClientInput;
  readonly settle: (outcome: Outcome) => void;
}

/**
 * One connection to a Floorwalk server, shared by every panel of a page. It comes back by itself with jitter, subscribes
 * again, and sends unanswered commands again under their own ids, which cannot do anything twice.
 */
export class LiveClient extends EventTarget {
  readonly #options: LiveClientOptions;
  readonly #subscriptions = new Map<string, Subscribed>();
  readonly #asked = new Map<string, Asked>();
  /** Ids of commands that were not answered, by what was asked: the same asked again is sent under the same id. */
  readonly #unanswered = new Map<string, string>();
  #socket: SocketLike | undefined;
  #status: LiveStatus = { state: 'connecting' };
  #welcome: Extract<ServerMessage, { type: 'welcome' }> | undefined;
  #clockAhead = 0;
  #attempt = 0;
  #made = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #isClosed = false;
  /** Whether this connection's hello was answered; nothing but the hello goes before that. */
  #isWelcome = false;

  constructor(options: LiveClientOptions) {
    super();
    this.#options = options;
    globalThis.addEventListener('online', this.#retryNow);
    document.addEventListener('visibilitychange', this.#retryNow);
    void this.#connect();
  }

  get server(): string {
    return this.#options.server;
  }
  get status(): LiveStatus {
    return this.#status;
  }
  /** Who this is, and the names of the floor; undefined before the first welcome. */
  get welcome(): Extract<ServerMessage, { type: 'welcome' }> | undefined {
    return this.#welcome;
  }

  /** The server's clock. */
  now(): number {
    return Date.now() + this.#clockAhead;
  }

  /** Calls when `status` or `welcome` changed, until the signal. */
  onChange(listener: () => void, signal: AbortSignal): void {
    this.addEventListener('change', listener, { signal });
  }

  subscribe(topic: TopicInput, listener: (message: ServerMessage) => void): Subscription {
    const id = `s${++this.#made}`;
    const held: Subscribed = { topic, listener };
    this.#subscriptions.set(id, held);
    this.#send({ type: 'subscribe', id, topic });
    return {
      update: (next) => {
        held.topic = next;
        if (this.#subscriptions.has(id)) this.#send({ type: 'subscribe', id, topic: next });
      },
      close: () => {
        if (this.#subscriptions.delete(id)) this.#send({ type: 'unsubscribe', id });
      },
    };
  }

  /** Tries again at once where the connection is lost or was refused. */
  retry(): void {
    if (this.#status.state === 'live') return;
    clearTimeout(this.#timer);
    void this.#connect();
  }

  /**
   * Carries out a command, or with `dryRun` asks what would happen. Never rejects. Asked again after it was not
   * answered, it goes under the same id, so that it cannot be done twice.
   */
  command(asked: CommandInput, dryRun = false): Promise<Outcome> {
    const what = JSON.stringify([dryRun, asked]);
    const id = this.#unanswered.get(what) ?? messageId();
    const message: ClientInput = { type: 'command', id, dryRun, command: asked };
    return new Promise((resolve) => {
      const late = setTimeout(() => settle({ ok: false, refusal: null }), ANSWER_MS);
      const settle = (outcome: Outcome): void => {
        clearTimeout(late);
        this.#asked.delete(id);
        if (!outcome.ok && outcome.refusal === null) this.#unanswered.set(what, id);
        else this.#unanswered.delete(what);
        resolve(outcome);
      };
      this.#asked.set(id, { message, settle });
      this.#send(message);
    });
  }

  typing(conversation: string, plane: Plane): void {
    this.#send({ type: 'typing', conversation, plane });
  }

  /** Reads from the server by HTTP with the same sign-in; rejects where it does not answer. */
  async get(path: string): Promise<{ readonly ok: boolean; readonly body: unknown }> {
    const headers = { authorization: `Bearer ${await this.#options.getToken()}` };
    const response = await fetch(new URL(path, this.server), { headers });
    return { ok: response.ok, body: await response.json() };
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#renewal);
    clearTimeout(this.#silence);
    globalThis.removeEventListener('online', this.#retryNow);
    document.removeEventListener('visibilitychange', this.#retryNow);
    this.#socket?.close(1000);
    for (const { settle } of this.#asked.values()) settle({ ok: false, refusal: null });
  }

  readonly #retryNow = (): void => {
    if (this.#status.state === 'lost' && document.visibilityState !== 'hidden') this.retry();
  };

  async #connect(): Promise<void> {
    const turn = ++this.#tries;
    const old = this.#socket;
    this.#socket = undefined;
    old?.close(1000);
    let token: string;
    try {
      token = await this.#options.getToken();
    } catch {
      if (turn === this.#tries) this.#lose();
      return;
    }
    // A later try overtook this one while the page got its token.
    if (this.#isClosed || turn !== this.#tries) return;
    const address = new URL('/v1/live', this.server);
    address.protocol = address.protocol.replace('http', 'ws');
    const open = this.#options.openSocket ?? ((url: string): SocketLike => new WebSocket(url) as SocketLike);
    const socket = open(address.href);
    this.#socket = socket;
    this.#isWelcome = false;
    this.#listenFor(socket, ANSWER_MS);
    socket.onopen = () => {
      if (socket !== this.#socket) return;
      this.#send({ type: 'hello', version: PROTOCOL_VERSION, token, desk: this.#options.desk ?? false }, true);
      this.#renewBefore(token);
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.#socket || typeof data !== 'string') return;
      this.#hear(data);
      this.#listenFor(socket, this.#welcome ? this.#welcome.heartbeat * SILENT_HEARTBEATS : ANSWER_MS);
    };
    socket.onclose = ({ code, reason }) => {
      // A socket that was replaced says nothing any more.
      if (socket !== this.#socket || this.#isClosed) return;
      this.#socket = undefined;
      clearTimeout(this.#silence);
      if (mayReconnect(code)) this.#lose();
      else this.#change({ state: 'refused', detail: reason });
    };
  }

  /** A connection can die without a word, in a sleeping laptop or a tunnel; rows must not look live then. */
  #listenFor(socket: SocketLike, ms: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (socket !== this.#socket || this.#isClosed) return;
      this.#socket = undefined;
      socket.close(1000);
      this.#lose();
    }, ms);
  }

  #lose(): void {
    if (this.#isClosed) return;
    const wait = waitBefore(this.#attempt++);
    const now = Date.now();
    const since = this.#status.state === 'lost' ? this.#status.since : now;
    clearTimeout(this.#renewal);
    this.#timer = setTimeout(() => void this.#connect(), wait);
    this.#change({ state: 'lost', since, retryAt: now + wait });
  }

  /** A fresh token goes over the open connection a minute before the old one ends (R3). */
  #renewBefore(token: string): void {
    const left = expiryOf(token) - Date.now() - this.#clockAhead - 60_000;
    clearTimeout(this.#renewal);
    if (!Number.isFinite(left)) return;
    this.#renewal = setTimeout(
      () => {
        this.#options.getToken().then(
          (fresh) => {
            this.#send({ type: 'token', token: fresh });
            this.#renewBefore(fresh);
          },
          () => {},
        );
      },
      Math.max(1_000, left),
    );
  }

  #hear(text: string): void {
    const parsed = parseJson(serverMessage, text);
    // A newer server may say what this version does not know.
    if (!parsed.ok) return;
    const message = parsed.value;
    switch (message.type) {
      case 'welcome':
        this.#welcome = message;
        this.#isWelcome = true;
        this.#clockAhead = message.now - Date.now();
        this.#attempt = 0;
        for (const [id, { topic }] of this.#subscriptions) this.#send({ type: 'subscribe', id, topic });
        for (const { message: asked } of this.#asked.values()) this.#send(asked);
        return this.#change({ state: 'live' });
      case 'heartbeat':
        this.#clockAhead = message.now - Date.now();
        return this.#send({ type: 'pong' });
      case 'answer':
        return this.#asked.get(message.id)?.settle({ ok: true, result: message.result });
      case 'refused':
        // The wire's refusal is the core's, parsed.
        return this.#asked.get(message.id)?.settle({ ok: false, refusal: message.refusal as Refusal });
      case 'shuttingDown':
        return;
      default:
        this.#subscriptions.get(message.id)?.listener(message);
    }
  }

  #send(message: ClientInput, first = false): void {
    if (this.#socket?.readyState === OPEN && (first || this.#isWelcome)) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  #change(status: LiveStatus): void {
    this.#status = status;
    this.dispatchEvent(new Event('change'));
  }
}
