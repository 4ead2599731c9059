import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Above this much log, commits pause once so that the log can begin anew; otherwise it would grow for ever. */
const RESTART_ABOVE_BYTES = 64_000_000;

type Report = { readonly logBytes: number; readonly restarted?: true };

/** Copies the write-ahead log into the database on a thread of its own, so that no commit pays for it. */
export class Checkpointer {
  readonly #worker: Worker;
  readonly #restartAboveBytes: number;
  #pause: { readonly over: Promise<void>; readonly end: () => void } | undefined;
  #restarts = 0;
  #isClosing = false;

  constructor(path: string, restartAboveBytes = RESTART_ABOVE_BYTES) {
    this.#restartAboveBytes = restartAboveBytes;
    const file = new URL(`./checkpoint-worker${extname(import.meta.url)}`, import.meta.url);
    this.#worker = new Worker(file, { workerData: { path }, execArgv: [] });
    this.#worker.on('message', (report: Report) => this.#read(report));
    this.#worker.on('error', (cause) => {
      this.#endPause();
      queueMicrotask(() => {
        throw new Error('The thread that checkpoints the SQLite database ended', { cause });
      });
    });
    this.#worker.unref();
  }

  /** Undefined, or what a commit must wait for before its group begins. */
  get pause(): Promise<void> | undefined {
    return this.#pause?.over;
  }

  /** How often the log began anew because it had grown too large. */
  get restarts(): number {
    return this.#restarts;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#endPause();
    this.#worker.ref();
    const exited = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await exited;
  }

  #read({ logBytes, restarted }: Report): void {
    if (restarted) {
      if (logBytes === 0) this.#restarts += 1;
      this.#endPause();
      return;
    }
    if (logBytes < this.#restartAboveBytes || this.#pause !== undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#pause = { over: promise, end: resolve };
    this.#worker.ref();
    this.#worker.postMessage('restart');
  }

  #endPause(): void {
    this.#pause?.end();
    this.#pause = undefined;
    if (!this.#isClosing) this.#worker.unref();
  }
}
