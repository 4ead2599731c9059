import { createRequire } from 'node:module';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type Ws from 'ws';

// The server's own `ws`: another version may lie at the top for a tool's sake.
const WebSocket = createRequire(new URL('../../../../server/package.json', import.meta.url))('ws') as typeof Ws;

/** How long a test waits for a message before it fails; nothing is ever awaited for this long. */
const PATIENCE_MS = 40_000;

type Json = Readonly<Record<string, unknown>>;

/** A real WebSocket client that keeps everything it is sent and answers heartbeats unless told not to. */
export class Client {
  readonly ws: Ws;
  readonly messages: Json[] = [];
  /** Every message as it came. */
  readonly texts: string[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  answers = true;
  #waiting: { readonly matches: (message: Json) => boolean; readonly found: (message: Json) => void }[] = [];
  #read = 0;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.ws = new WebSocket(url, { headers });
    this.ws.on('message', (data: Buffer) => this.#received(data.toString()));
    this.closed = new Promise((done) =>
      this.ws.on('close', (code: number, reason: Buffer) => done({ code, reason: reason.toString() })),
    );
    this.ws.on('error', () => {});
  }

  async opened(): Promise<this> {
    if (this.ws.readyState === this.ws.CONNECTING) await once(this.ws, 'open');
    return this;
  }

  send(message: object | string): void {
    this.ws.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first message not yet taken by `next` that matches; waits for it. */
  next(matches: (message: Json) => boolean): Promise<Json> {
    for (let at = this.#read; at < this.messages.length; at++) {
      const message = this.messages[at];
      if (message && matches(message)) {
        this.#read = at + 1;
        return Promise.resolve(message);
      }
    }
    const { promise, resolve, reject } = Promise.withResolvers<Json>();
    const late = setTimeout(() => reject(new Error('Nothing that matches came.')), PATIENCE_MS);
    this.#waiting.push({
      matches,
      found: (message) => {
        clearTimeout(late);
        resolve(message);
      },
    });
    return promise;
  }

  /** The next message of this type, and of this subscription or command where one is named. */
  type(type: string, id?: string): Promise<Json> {
    return this.next((message) => message['type'] === type && (id === undefined || message['id'] === id));
  }

  all(type: string, id?: string): readonly Json[] {
    return this.messages.filter((message) => message['type'] === type && (id === undefined || message['id'] === id));
  }

  /** Waits until everything that either side has sent has been handled. */
  async sync(): Promise<void> {
    if (this.ws.readyState !== this.ws.OPEN) return;
    const pong = once(this.ws, 'pong');
    this.ws.ping();
    await Promise.race([pong, this.closed]);
  }

  /** Cuts the connection as a network does. */
  cut(): void {
    this.ws.terminate();
  }

  get socket(): Socket {
    return (this.ws as unknown as { readonly _socket: Socket })._socket;
  }

  #received(text: string): void {
    const message = JSON.parse(text) as Json;
    this.texts.push(text);
    this.messages.push(message);
    if (message['type'] === 'heartbeat' && this.answers) this.send({ type: 'pong' });
    const index = this.#waiting.findIndex(({ matches }) => matches(message));
    if (index < 0) return;
    const [waiting] = this.#waiting.splice(index, 1);
    this.#read = this.messages.length;
    waiting?.found(message);
  }
}
