import {
  isShutOut,
  mayReconnect,
  PROTOCOL_VERSION,
  readServerMessage,
  type ClientMessageInput,
  type ServerMessage,
} from '@floorwalk/core/protocol';
import { waitBefore } from '../reconnect/backoff.ts';
import { ANSWER_MS } from './asked-commands.ts';
import type { SocketLike } from './socket-like.ts';
import { TokenRenewal } from './token-renewal.ts';

/** How the connection is doing; times are the machine's. */
export type LiveStatus =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number; readonly retryAt: number }
  | { readonly state: 'refused'; readonly code: number; readonly detail: string };

export interface LiveClientOptions {
  /** The server's origin, such as `https://floor.example`. */
  readonly server: string;
  readonly getToken: () => Promise<string>;
  /** This page is an agent's desk, which makes the agent reachable (K5). */
  readonly desk?: boolean;
  readonly openSocket?: (url: string) => SocketLike;
}

export type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

/** Who a connection tells. */
export interface ConnectionListener {
  /** Hello was said: what is followed goes right behind it, and is answered once this connection is welcome. */
  greeted(): void;
  /** Hello was answered: from now on messages are sent. Told before the status says that it is live. */
  welcomed(welcome: Welcome): void;
  heard(message: ServerMessage): void;
  changed(): void;
}

/** A connection that says nothing for this many heartbeats is taken for lost. */
const SILENT_HEARTBEATS = 2.5;
const OPEN = 1;
/** Where the server is to be updated, as while its machines are replaced one by one, the page comes back without a reload. */
const REFUSED_AGAIN_MS = 60_000;

/** One socket at a time: it signs in, comes back by itself with jitter, and notices a connection that died without a word. */
export class LiveConnection {
  #haveCalled!: () => void;
  /** Settles once the first hello is said, or could not be: then there is only the answer to wait for. */
  readonly called = new Promise<void>((done) => (this.#haveCalled = done));
  readonly #options: LiveClientOptions;
  readonly #listener: ConnectionListener;
  readonly #renewal: TokenRenewal;
  #socket: SocketLike | undefined;
  #status: LiveStatus = { state: 'connecting' };
  #heartbeat = 0;
  #clockAhead = 0;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #isClosed = false;
  /** What this connection may send: nothing before hello, then what it follows, and the rest once it is welcome. */
  #is: 'closed' | 'greeting' | 'welcome' = 'closed';

  constructor(options: LiveClientOptions, listener: ConnectionListener) {
    this.#options = options;
    this.#listener = listener;
    this.#renewal = new TokenRenewal(
      options.getToken,
      (token) => this.send({ type: 'token', token }),
      () => this.now(),
    );
    globalThis.addEventListener('online', this.#retryNow);
    document.addEventListener('visibilitychange', this.#retryNow);
    void this.#connect();
  }

  get status(): LiveStatus {
    return this.#status;
  }
  /** The server's clock. */
  now(): number {
    return Date.now() + this.#clockAhead;
  }

  /** Sends what may be sent now; what is not is lost, and the listener sends it again when it may. */
  send(message: ClientMessageInput): void {
    const follows = message.type === 'subscribe' || message.type === 'unsubscribe';
    if (this.#is === 'welcome' || (follows && this.#is === 'greeting')) this.#write(message);
  }

  /** Tries again at once where the connection is lost or was refused. */
  retry(): void {
    if (this.#status.state === 'live') return;
    clearTimeout(this.#timer);
    void this.#connect();
  }

  /** Signs in anew, whatever the state is. */
  startAgain(): void {
    clearTimeout(this.#timer);
    void this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#renewal.stop();
    globalThis.removeEventListener('online', this.#retryNow);
    document.removeEventListener('visibilitychange', this.#retryNow);
    this.#socket?.close(1000);
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
    const address = new URL('/v1/live', this.#options.server);
    address.protocol = address.protocol.replace('http', 'ws');
    const open = this.#options.openSocket ?? ((url: string): SocketLike => new WebSocket(url) as SocketLike);
    this.#follow(open(address.href), token);
  }

  #follow(socket: SocketLike, token: string): void {
    this.#socket = socket;
    this.#is = 'closed';
    this.#listenFor(socket, ANSWER_MS);
    socket.onopen = () => {
      if (socket !== this.#socket) return;
      this.#is = 'greeting';
      this.#write({ type: 'hello', version: PROTOCOL_VERSION, token, desk: this.#options.desk ?? false });
      this.#listener.greeted();
      this.#renewal.start(token);
      this.#haveCalled();
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.#socket || typeof data !== 'string') return;
      this.#hear(data);
      this.#listenFor(socket, this.#heartbeat > 0 ? this.#heartbeat * SILENT_HEARTBEATS : ANSWER_MS);
    };
    socket.onclose = ({ code, reason }) => {
      // A socket that was replaced says nothing any more.
      if (socket !== this.#socket || this.#isClosed) return;
      this.#socket = undefined;
      clearTimeout(this.#silence);
      if (mayReconnect(code)) return this.#lose();
      if (!isShutOut(code)) this.#timer = setTimeout(() => void this.#connect(), REFUSED_AGAIN_MS);
      this.#change({ state: 'refused', code, detail: reason });
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
    this.#renewal.stop();
    this.#timer = setTimeout(() => void this.#connect(), wait);
    this.#change({ state: 'lost', since, retryAt: now + wait });
  }

  #hear(text: string): void {
    const message = readServerMessage(text);
    // A newer server may say what this version does not know.
    if (!message) return;
    switch (message.type) {
      case 'welcome':
        this.#is = 'welcome';
        this.#heartbeat = message.heartbeat;
        this.#clockAhead = message.now - Date.now();
        this.#attempt = 0;
        this.#listener.welcomed(message);
        return this.#change({ state: 'live' });
      case 'heartbeat':
        this.#clockAhead = message.now - Date.now();
        return this.send({ type: 'pong' });
      case 'shuttingDown':
        return;
      default:
        this.#listener.heard(message);
    }
  }

  #write(message: ClientMessageInput): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(message));
  }

  #change(status: LiveStatus): void {
    this.#status = status;
    this.#haveCalled();
    this.#listener.changed();
  }
}
