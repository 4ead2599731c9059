import type { CommandInput, ServerMessage, TopicInput } from '@floorwalk/core/protocol';
import type { Plane, Refusal } from '@floorwalk/core';
import { AskedCommands, type Outcome } from './asked-commands.ts';
import { LiveConnection, type LiveClientOptions, type LiveStatus, type Welcome } from './live-connection.ts';

export interface Subscription {
  /** Asks for something else under the same subscription. */
  update(topic: TopicInput): void;
  close(): void;
}

interface Subscribed {
  topic: TopicInput;
  readonly listener: (message: ServerMessage) => void;
}

/**
 * One connection to a Floorwalk server, shared by every panel of a page. It comes back by itself with jitter, subscribes
 * again, and sends unanswered commands again under their own ids, which cannot do anything twice.
 */
export class LiveClient extends EventTarget {
  readonly #options: LiveClientOptions;
  readonly #connection: LiveConnection;
  readonly #commands: AskedCommands;
  readonly #subscriptions = new Map<string, Subscribed>();
  #welcome: Welcome | undefined;
  #made = 0;

  constructor(options: LiveClientOptions) {
    super();
    this.#options = options;
    this.#commands = new AskedCommands((message) => this.#connection.send(message));
    this.#connection = new LiveConnection(options, {
      greeted: () => {
        for (const [id, { topic }] of this.#subscriptions) this.#connection.send({ type: 'subscribe', id, topic });
      },
      welcomed: (welcome) => {
        this.#welcome = welcome;
        this.#commands.sendAgain();
      },
      heard: (message) => this.#hear(message),
      changed: () => this.dispatchEvent(new Event('change')),
    });
  }

  get server(): string {
    return this.#options.server;
  }
  get status(): LiveStatus {
    return this.#connection.status;
  }
  /** Settles once the first hello is said, or could not be: then there is only the answer to wait for. */
  get called(): Promise<void> {
    return this.#connection.called;
  }
  /** Who this is, and the names of the floor; undefined before the first welcome. */
  get welcome(): Welcome | undefined {
    return this.#welcome;
  }

  /** The server's clock. */
  now(): number {
    return this.#connection.now();
  }

  /** Calls when `status` or `welcome` changed, until the signal. */
  onChange(listener: () => void, signal: AbortSignal): void {
    this.addEventListener('change', listener, { signal });
  }

  subscribe(topic: TopicInput, listener: (message: ServerMessage) => void): Subscription {
    const id = `s${++this.#made}`;
    const held: Subscribed = { topic, listener };
    this.#subscriptions.set(id, held);
    this.#connection.send({ type: 'subscribe', id, topic });
    return {
      update: (next) => {
        held.topic = next;
        if (this.#subscriptions.has(id)) this.#connection.send({ type: 'subscribe', id, topic: next });
      },
      close: () => {
        if (this.#subscriptions.delete(id)) this.#connection.send({ type: 'unsubscribe', id });
      },
    };
  }

  /** Tries again at once where the connection is lost or was refused. */
  retry(): void {
    this.#connection.retry();
  }

  /** Ends this connection and begins a new one, with a new hello: who signed out signs in again. */
  startAgain(): void {
    this.#connection.startAgain();
  }

  /**
   * Carries out a command, or with `dryRun` asks what would happen. Never rejects. Asked again after it was not
   * answered, it goes under the same id, so that it cannot be done twice.
   */
  command(asked: CommandInput, dryRun = false): Promise<Outcome> {
    return this.#commands.ask(asked, dryRun);
  }

  typing(conversation: string, plane: Plane): void {
    this.#connection.send({ type: 'typing', conversation, plane });
  }

  /** Reads from the server by HTTP with the same sign-in; rejects where it does not answer. */
  async get(path: string): Promise<{ readonly ok: boolean; readonly body: unknown }> {
    const headers = { authorization: `Bearer ${await this.#options.getToken()}` };
    const response = await fetch(new URL(path, this.server), { headers });
    return { ok: response.ok, body: await response.json() };
  }

  close(): void {
    this.#connection.close();
    this.#commands.giveUp();
  }

  #hear(message: ServerMessage): void {
    switch (message.type) {
      case 'answer':
        return this.#commands.answered(message.id, { ok: true, result: message.result });
      case 'refused':
        // The wire's refusal is the core's, parsed.
        return this.#commands.answered(message.id, { ok: false, refusal: message.refusal as Refusal });
      case 'welcome':
      case 'heartbeat':
      case 'shuttingDown':
        return;
      default:
        this.#subscriptions.get(message.id)?.listener(message);
    }
  }
}
