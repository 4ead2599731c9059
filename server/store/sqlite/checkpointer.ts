import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Above this much log, commits pause once so that the log can begin anew; otherwise it would grow for ever. */
const RESTART_ABOVE_BYTES = 64_000_000;

/** How long a thread that ended stays away, so that one that cannot live is not started all the time. */
const START_AGAIN_AFTER_MS = 1_000;

interface Report {
  readonly logBytes: number;
  readonly restarted?: true;
  readonly rewritten?: true;
  /** What went wrong: nothing was copied, or something of what was erased may still be in the files. */
  readonly problem?: string | null;
}

/** What checkpointing needs of those who write. */
export interface CheckpointerDeps {
  /** Resolves when nothing is being written; whoever writes looks at `pause` first. */
  readonly quiet: () => Promise<void>;
  /** Told what went wrong; it is tried again. */
  readonly failed: (cause: Error) => void;
  readonly restartAboveBytes?: number | undefined;
}

/** Copies the write-ahead log into the database on a thread of its own, so that no commit pays for it. */
export class Checkpointer {
  readonly #path: string;
  readonly #deps: CheckpointerDeps;
  #worker: Worker | undefined;
  #pause: { readonly over: Promise<void>; readonly end: () => void } | undefined;
  #rewriting: PromiseWithResolvers<void> | undefined;
  #startsAgain: NodeJS.Timeout | undefined;
  #restarts = 0;
  #isClosing = false;

  constructor(path: string, deps: CheckpointerDeps) {
    this.#path = path;
    this.#deps = deps;
    this.#start();
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
    this.#rewriting = Promise.withResolvers();
    const { promise } = this.#rewriting;
    this.#beginPause('rewrite');
    return promise;
  }

  async close(): Promise<void> {
    while (this.#rewriting !== undefined) await this.#pause?.over;
    this.#isClosing = true;
    this.#endPause();
    clearTimeout(this.#startsAgain);
    const worker = this.#worker;
    if (worker === undefined) return;
    worker.ref();
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
  }

  /** The thread; where it has ended, started anew. */
  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    clearTimeout(this.#startsAgain);
    const file = new URL(`./checkpoint-worker${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { workerData: { path: this.#path }, execArgv: [] });
    worker.on('message', (report: Report) => this.#read(report));
    worker.on('error', (cause) => this.#ended(cause));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** Nothing is lost without it, but the log grows: it is started again. */
  #ended(cause: unknown): void {
    this.#worker = undefined;
    const said = new Error('The thread that checkpoints the SQLite database ended; it is started again', { cause });
    this.#rewriting?.reject(said);
    this.#rewriting = undefined;
    this.#endPause();
    this.#deps.failed(said);
    if (!this.#isClosing) this.#startsAgain = setTimeout(() => this.#start(), START_AGAIN_AFTER_MS).unref();
  }

  #read({ logBytes, restarted, rewritten, problem }: Report): void {
    if (rewritten) {
      const rewriting = this.#rewriting;
      this.#rewriting = undefined;
      this.#endPause();
      if (problem == null) rewriting?.resolve();
      else rewriting?.reject(new Error(`It is erased, but the files may hold bytes of it: ${problem}. Try again.`));
      return;
    }
    if (problem != null) this.#deps.failed(new Error(`The SQLite log could not be copied: ${problem}`));
    if (restarted) {
      if (logBytes === 0) this.#restarts += 1;
      this.#endPause();
      return;
    }
    const { restartAboveBytes = RESTART_ABOVE_BYTES } = this.#deps;
    if (logBytes < restartAboveBytes || this.#pause !== undefined) return;
    this.#beginPause('restart');
  }

  #beginPause(why: 'restart' | 'rewrite'): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#pause = { over: promise, end: resolve };
    const worker = this.#start();
    worker.ref();
    void this.#deps.quiet().then(() => worker.postMessage(why));
  }

  #endPause(): void {
    this.#pause?.end();
    this.#pause = undefined;
    if (!this.#isClosing) this.#worker?.unref();
  }
}
