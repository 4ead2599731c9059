import {
  mayReconnect,
  parseJson,
  PROTOCOL_VERSION,
  serverMessage,
  type clientMessage,
  type ServerMessage,
  type topic,
} from '@floorwalk/core/protocol';
import type { InferInput } from 'valibot';
import WebSocket from 'ws';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Credentials } from './credentials.ts';
import { behalfOf, type Account } from './person.ts';

type Topic = InferInput<typeof topic>;
type ClientInput = InferInput<typeof clientMessage>;

export interface LinkDeps {
  readonly server: string;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: () => number;
}

/** A subscription; its topic is asked for anew at each connection, so that it goes on from where it stands. */
export interface Follow {
  readonly topic: () => Topic;
  readonly listener: (message: ServerMessage) => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** A connection without a word for this long is taken for lost; heartbeats come every 10 s. */
const SILENCE_MS = 25_000;

/** One person's live connection to the server, which comes back by itself until it is closed or refused for good. */
export class LiveLink {
  readonly #account: Account;
  readonly #deps: LinkDeps;
  readonly #follows = new Map<string, Follow>();
  readonly #refused: (reason: string) => void;
  /** The server's id of this person, once it has welcomed them. */
  person: string | undefined;
  #socket: WebSocket | undefined;
  #isWelcome = false;
  #isClosed = false;
  #attempt = 0;
  #made = 0;
  #silence: () => void = () => {};
  #retry: () => void = () => {};

  /** `refused` hears when the server will not have this person. */
  constructor(account: Account, deps: LinkDeps, refused: (reason: string) => void) {
    this.#account = account;
    this.#deps = deps;
    this.#refused = refused;
    void this.#connect();
  }

  /** Follows a topic; the result ends it. */
  follow(follow: Follow): () => void {
    const id = `s${++this.#made}`;
    this.#follows.set(id, follow);
    if (this.#isWelcome) this.#send({ type: 'subscribe', id, topic: follow.topic() });
    return () => {
      if (this.#follows.delete(id) && this.#isWelcome) this.#send({ type: 'unsubscribe', id });
    };
  }

  close(): void {
    this.#isClosed = true;
    this.#silence();
    this.#retry();
    this.#socket?.close(1000);
    this.#socket = undefined;
  }

  async #connect(): Promise<void> {
    let token: string;
    try {
      token = await this.#deps.credentials();
    } catch {
      return this.#lose();
    }
    if (this.#isClosed) return;
    const address = new URL('/v1/live', this.#deps.server);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address);
    this.#socket = socket;
    this.#isWelcome = false;
    this.#listen(socket);
    socket.on('open', () => {
      const behalf = { person: behalfOf(this.#account), from: 'teams' as const };
      this.#send({ type: 'hello', version: PROTOCOL_VERSION, token, behalf });
    });
    socket.on('message', (data: Buffer) => {
      if (socket !== this.#socket) return;
      this.#listen(socket);
      this.#hear(data.toString());
    });
    socket.on('error', () => {});
    socket.on('close', (code: number) => {
      if (socket !== this.#socket || this.#isClosed) return;
      this.#socket = undefined;
      this.#silence();
      if (mayReconnect(code)) this.#lose();
      else this.#refused(`closed with ${code}`);
    });
  }

  #hear(text: string): void {
    const parsed = parseJson(serverMessage, text);
    if (!parsed.ok) return;
    const message = parsed.value;
    if (message.type === 'heartbeat') return this.#send({ type: 'pong' });
    if (message.type === 'welcome') {
      this.#isWelcome = true;
      this.#attempt = 0;
      this.person = message.person.id;
      for (const [id, { topic }] of this.#follows) this.#send({ type: 'subscribe', id, topic: topic() });
      return;
    }
    if (!('id' in message)) return;
    const follow = this.#follows.get(message.id);
    if (message.type === 'ended' && !message.resumes) this.#follows.delete(message.id);
    follow?.listener(message);
  }

  #listen(socket: WebSocket): void {
    this.#silence();
    this.#silence = this.#deps.clock.after(SILENCE_MS, () => socket === this.#socket && socket.terminate());
  }

  #lose(): void {
    this.#isWelcome = false;
    if (this.#isClosed) return;
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempt);
    this.#attempt = Math.min(this.#attempt + 1, 10);
    this.#retry = this.#deps.clock.after(longest * this.#deps.random(), () => void this.#connect());
  }

  #send(message: ClientInput): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}
