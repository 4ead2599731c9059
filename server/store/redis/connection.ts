import { setTimeout as delay } from 'node:timers/promises';
import { createClient, ErrorReply } from 'redis';
import type { Send } from './script.ts';

const PING_EVERY_MS = 5_000;
const SILENT_FOR_MS = 15_000;
const RECONNECT_AT_MOST_MS = 500;
const ASK_AGAIN_MS = 50;

/** Replies of a server that will soon answer, or another in its place: nothing was written. */
const PASSING = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY) /;

const clientOf = (url: string) =>
  createClient({
    ...(url.startsWith('unix:') ? {} : { url }),
    RESP: 2,
    // A command is never queued for a server that is away: whoever sent it decides what a loss means.
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    socket: {
      ...(url.startsWith('unix:') ? { path: url.slice('unix:'.length), tls: false } : {}),
      reconnectStrategy: (retries) => Math.min(10 * 2 ** retries, RECONNECT_AT_MOST_MS) * (0.5 + Math.random() / 2),
      socketTimeout: SILENT_FOR_MS,
    },
  });

/** One connection that reconnects by itself. `unix:/path` names a socket; everything else is a Redis URL. */
export class Connection {
  readonly client: ReturnType<typeof clientOf>;
  readonly #patienceMs: number;
  #closed = false;

  /** `onReady` is called at once whenever the connection is there again. */
  constructor(url: string, patienceMs: number, onError: (cause: Error) => void, onReady: () => void) {
    this.client = clientOf(url);
    this.#patienceMs = patienceMs;
    this.client.on('error', (cause: Error) => {
      if (!this.#closed) onError(cause);
    });
    // A client that is destroyed while its socket is being made becomes ready all the same (redis 6.3).
    this.client.on('ready', () => (this.#closed ? this.client.destroy() : onReady()));
  }

  /** Sends once. Rejects when the connection is lost, in which case the command may or may not have run. */
  readonly sendOnce: Send = async (command) => this.client.sendCommand([...command]);

  /** Sends until there is an answer, for as long as patience lasts: for reads and for writes that may run twice. */
  readonly send: Send = (command) => this.insist(() => this.sendOnce(command));

  /** Tries again while the database is away or says that it will soon answer. */
  async insist<T>(run: () => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + this.#patienceMs;
    for (;;) {
      try {
        return await run();
      } catch (cause) {
        if (this.#closed || !isPassing(cause) || performance.now() > giveUpAt) throw cause;
        await delay(ASK_AGAIN_MS);
      }
    }
  }

  /** Ends the connection at once; what is under way rejects. */
  close(): void {
    this.#closed = true;
    this.client.destroy();
  }
}

const isPassing = (cause: unknown) => !(cause instanceof ErrorReply) || PASSING.test(cause.message);
