import { setTimeout as delay } from 'node:timers/promises';
import type { Login, Where } from './address.ts';
import { clientOf, type Client } from './client.ts';
import type { Send } from './script.ts';

const COME_BACK_AT_MOST_MS = 500;

export type Listener = (message: string) => void;

export interface ConnectionDeps {
  /** Where to connect to, asked before each attempt. */
  readonly where: () => Promise<Where>;
  readonly login: Login;
  /** How long a server may say nothing before its connection is given up. */
  readonly silentForMs: number | undefined;
  /** SSUBSCRIBE instead of SUBSCRIBE. */
  readonly isSharded: boolean;
  /** Asked once connected; rejects where this server is not the one that is wanted now. */
  readonly greet: (send: Send) => Promise<void>;
  readonly onError: (cause: Error) => void;
  /** Called at once whenever the connection is there, before anything else can be sent over it. */
  readonly onReady: () => void;
  /** Called when it is gone, or when the server says that a channel has gone elsewhere. */
  readonly onLost: () => void;
}

/** One connection that comes back by itself, with its subscriptions, wherever its server then is. */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #listeners = new Map<string, Set<Listener>>();
  #client: Client | undefined;
  #attempt: Client | undefined;
  #lastError: Error | undefined;
  #isClosed = false;

  constructor(deps: ConnectionDeps) {
    this.#deps = deps;
    void this.#keep();
  }

  get isReady(): boolean {
    return this.#client !== undefined;
  }

  /** Why it is not ready, if it is known. */
  get lastError(): Error | undefined {
    return this.#lastError;
  }

  /** Sends once. Rejects when the connection is lost, in which case the command may or may not have run. */
  readonly sendOnce: Send = async (command) => this.#ready().sendCommand([...command]);

  /** Sends ASKING and the command together: the slot is on its way to this server. */
  async sendAsking(command: readonly string[]): Promise<unknown> {
    const client = this.#ready();
    const [, reply] = await Promise.all([client.sendCommand(['ASKING']), client.sendCommand([...command])]);
    return reply;
  }

  /** Stays through every loss of the connection. Rejects where it cannot be had now. */
  async subscribe(channel: string, listener: Listener): Promise<void> {
    this.#listeners.set(channel, (this.#listeners.get(channel) ?? new Set()).add(listener));
    await this.#listen(this.#ready(), channel, listener);
  }

  async unsubscribe(channel: string, listener: Listener): Promise<void> {
    const listeners = this.#listeners.get(channel);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#listeners.delete(channel);
    const client = this.#client;
    if (client === undefined) return;
    await (this.#deps.isSharded ? client.sUnsubscribe(channel, listener) : client.unsubscribe(channel, listener));
  }

  /** Ends the connection at once; what is under way rejects. */
  close(): void {
    this.#isClosed = true;
    this.#client = undefined;
    this.#attempt?.destroy();
  }

  #ready(): Client {
    if (this.#client === undefined) throw this.#lastError ?? new Error('There is no connection to Redis');
    return this.#client;
  }

  async #keep(): Promise<void> {
    for (let tries = 0; !this.#isClosed; tries += 1) {
      if (await this.#connectOnce()) tries = 0;
      if (this.#isClosed) return;
      this.#deps.onLost();
      const most = Math.min(10 * 2 ** tries, COME_BACK_AT_MOST_MS);
      await delay(most * (0.5 + Math.random() / 2), undefined, { ref: false });
    }
  }

  /** Resolves when the connection is over: true if it was ready at all. */
  async #connectOnce(): Promise<boolean> {
    let client: Client | undefined;
    try {
      client = clientOf(await this.#deps.where(), this.#deps.login, this.#deps.silentForMs);
      if (this.#isClosed) return false;
      this.#attempt = client;
      const over = Promise.withResolvers<void>();
      client.on('error', (cause: Error) => this.#failed(cause));
      client.on('terminated', () => over.resolve());
      client.on('end', () => over.resolve());
      client.on('sharded-channel-moved', () => this.#deps.onLost());
      const send: Send = async (command) => client?.sendCommand([...command]);
      await client.connect();
      // A server that reads its data in, or that is about to be replaced, answers no command yet.
      await send(['PING']);
      await this.#deps.greet(send);
      for (const [channel, listeners] of this.#listeners)
        for (const listener of listeners) await this.#listen(client, channel, listener);
      if (this.#isClosed || !client.isReady) return false;
      this.#client = client;
      this.#lastError = undefined;
      this.#deps.onReady();
      await over.promise;
      return true;
    } catch (cause) {
      this.#failed(cause instanceof Error ? cause : new Error(String(cause)));
      return false;
    } finally {
      this.#client = undefined;
      client?.destroy();
    }
  }

  #listen(client: Client, channel: string, listener: Listener): Promise<void> {
    return this.#deps.isSharded ? client.sSubscribe(channel, listener) : client.subscribe(channel, listener);
  }

  #failed(cause: Error): void {
    // Said once for each trouble, not for each attempt.
    const isSaid = this.#lastError?.message === cause.message;
    this.#lastError = cause;
    if (!this.#isClosed && !isSaid) this.#deps.onError(cause);
  }
}
