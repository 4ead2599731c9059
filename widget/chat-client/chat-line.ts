import {
  mayReconnect,
  readChatMessage,
  type ChatClientMessage,
  type ChatServerMessage,
} from '@floorwalk/core/protocol/customer';
import { waitBefore } from '../reconnect/backoff.ts';
import { openWebSocket, type ChatSocket, type OpenSocket } from './chat-socket.ts';

/** Who a line tells. */
export interface LineListener {
  /** What to say hello with; undefined where there is no conversation to go on with. */
  hello(): { readonly token: string; readonly since?: { readonly epoch: string; readonly offset: number } } | undefined;
  heard(message: ChatServerMessage): void;
  /** The connection is lost; it comes back by itself. */
  lost(): void;
  /** The server does not want it back with this code. */
  refused(code: number): void;
}

const OPEN = 1;
/** Where the server is to be updated, as while its machines are replaced one by one, the page comes back without a reload. */
const REFUSED_AGAIN_MS = 60_000;

/** The customer's connection: one socket at a time, which comes back with jitter and notices when it has died without a word. */
export class ChatLine {
  readonly #address: string;
  readonly #open: OpenSocket;
  readonly #listener: LineListener;
  #socket: ChatSocket | undefined;
  #isWelcome = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #silenceMs = 30_000;

  constructor(server: string, open: OpenSocket | undefined, listener: LineListener) {
    const address = new URL('/v1/chat', server);
    address.protocol = address.protocol.replace('http', 'ws');
    this.#address = address.href;
    this.#open = open ?? openWebSocket;
    this.#listener = listener;
  }

  /** Whether hello was answered: from then on messages are sent. */
  get isWelcome(): boolean {
    return this.#isWelcome;
  }
  get isUp(): boolean {
    return this.#socket !== undefined;
  }

  connect(): void {
    clearTimeout(this.#retry);
    if (!this.#listener.hello()) return;
    const socket = this.#open(this.#address);
    this.#socket = socket;
    this.#isWelcome = false;
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', version: 1, ...this.#listener.hello() }));
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket && typeof data === 'string') this.#hear(data);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#lose(code);
    };
    this.#watchSilence();
  }

  /** Sends where this connection is welcome; says whether it did. */
  send(message: ChatClientMessage): boolean {
    if (!this.#isWelcome || this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  close(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = undefined;
    this.#isWelcome = false;
    socket?.close(1000);
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

  #lose(code: number): void {
    this.#socket = undefined;
    this.#isWelcome = false;
    clearTimeout(this.#silence);
    if (!mayReconnect(code)) {
      this.#retry = setTimeout(() => this.connect(), REFUSED_AGAIN_MS);
      return this.#listener.refused(code);
    }
    this.#retry = setTimeout(() => this.connect(), waitBefore(this.#attempt++));
    this.#listener.lost();
  }

  #hear(text: string): void {
    const message = readChatMessage(text);
    if (!message) return;
    if (message.type === 'welcome') {
      this.#silenceMs = message.heartbeat * 2.5;
      this.#isWelcome = true;
      this.#attempt = 0;
    }
    this.#watchSilence();
    if (message.type === 'heartbeat') this.send({ type: 'pong' });
    else this.#listener.heard(message);
  }
}
