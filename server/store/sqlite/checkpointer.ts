import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Above this much log, commits pause once so that the log can begin anew; otherwise it would grow for ever. */
const RESTART_ABOVE_BYTES = 64_000_000;

interface Report {
  readonly logBytes: number;
  readonly restarted?: true;
  readonly rewritten?: true;
  /** Why nothing of what was erased may be said to be gone from the files. */
  readonly problem?: string | null;
}

/** Copies the write-ahead log into the database on a thread of its own, so that no commit pays for it. */
export class Checkpointer {
  readonly #worker: Worker;
  readonly #restartAboveBytes: number;
  #pause: { readonly over: Promise<void>; readonly end: () => void } | undefined;
  #rewriting: PromiseWithResolvers<void> | undefined;
  #restarts = 0;
  #isClosing = false;

  constructor(path: string, restartAboveBytes = RESTART_ABOVE_BYTES) {
    this.#restartAboveBytes = restartAboveBytes;
    const file = new URL(`./checkpoint-worker${extname(import.meta.url)}`, import.meta.url);
    this.#worker = new Worker(file, { workerData: { path }, execArgv: [] });
    this.#worker.on('message', (report: Report) => this.#read(report));
    this.#worker.on('error', (cause) => {
      this.#rewriting?.reject(cause);
      this.#rewriting = undefined;
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

  /**
   * Writes the database file anew and empties its log, so that nothing of what was deleted is in either (R6). Commits
   * wait meanwhile; the event loop and whoever reads do not. Rejects with a sentence where something may be left.
   */
  async rewrite(): Promise<void> {
    while (this.#pause !== undefined) await this.#pause.over;
    this.#beginPause('rewrite');
    this.#rewriting = Promise.withResolvers();
    return this.#rewriting.promise;
  }

  async close(): Promise<void> {
    while (this.#rewriting !== undefined) await this.#pause?.over;
    this.#isClosing = true;
    this.#endPause();
    this.#worker.ref();
    const exited = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await exited;
  }

  #read({ logBytes, restarted, rewritten, problem }: Report): void {
    if (rewritten) {
      const rewriting = this.#rewriting;
      this.#rewriting = undefined;
      this.#endPause();
      if (problem == null) rewriting?.resolve();
      else rewriting?.reject(new Error(`It is erased, but the file could not be cleaned: ${problem}. Erase it again.`));
      return;
    }
    if (restarted) {
      if (logBytes === 0) this.#restarts += 1;
      this.#endPause();
      return;
    }
    if (logBytes < this.#restartAboveBytes || this.#pause !== undefined) return;
    this.#beginPause('restart');
  }

  #beginPause(why: 'restart' | 'rewrite'): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#pause = { over: promise, end: resolve };
    this.#worker.ref();
    this.#worker.postMessage(why);
  }

  #endPause(): void {
    this.#pause?.end();
    this.#pause = undefined;
    if (!this.#isClosing) this.#worker.unref();
  }
}
