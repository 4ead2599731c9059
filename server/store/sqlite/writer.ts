import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WriteAnswers, WriteOrder, WriteReport, WriteSettings, WriteTask } from './write-task.ts';

interface UnderWay {
  readonly done: (answer: WriteAnswers[WriteTask['kind']]) => void;
  readonly failed: (cause: Error) => void;
}

/**
 * Writes on a thread of its own, in the order of the calls, so that the event loop never waits for the disk. What is
 * asked for while the disk is busy goes there together.
 */
export class Writer {
  readonly #settings: WriteSettings;
  readonly #failed: (cause: Error) => void;
  readonly #underWay = new Map<number, UnderWay>();
  #worker: Worker | undefined;
  #asked = 0;
  #quiet: PromiseWithResolvers<void> | undefined;
  #isClosed = false;

  /** `failed` is told when the thread has ended by itself; the next write starts it again. */
  constructor(settings: WriteSettings, failed: (cause: Error) => void) {
    this.#settings = settings;
    this.#failed = failed;
    this.#worker = this.#start();
  }

  /**
   * Resolves once it is on the disk, after `done`, which is called at once and in the order in which it was written.
   * Rejects where nothing was written, or where the thread ended and nobody knows.
   */
  ask<Task extends WriteTask>(
    task: Task,
    done: (answer: WriteAnswers[Task['kind']]) => void = () => {},
  ): Promise<WriteAnswers[Task['kind']]> {
    if (this.#isClosed) return Promise.reject(new Error('The store is closed'));
    const worker = (this.#worker ??= this.#start());
    const number = (this.#asked += 1);
    const order: WriteOrder = { number, task };
    return new Promise((resolve, reject) => {
      worker.postMessage(order);
      if (this.#underWay.size === 0) worker.ref();
      this.#underWay.set(number, {
        done: (answer) => {
          // The thread answers a task with what its kind answers.
          done(answer as WriteAnswers[Task['kind']]);
          resolve(answer as WriteAnswers[Task['kind']]);
        },
        failed: reject,
      });
    });
  }

  /** Resolves when everything that was asked for is over. */
  async quiet(): Promise<void> {
    if (this.#underWay.size === 0) return;
    this.#quiet ??= Promise.withResolvers();
    await this.#quiet.promise;
  }

  /** Takes nothing new; resolves when what was asked for is over and the thread has closed the file. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.quiet();
    const worker = this.#worker;
    if (worker === undefined) return;
    worker.ref();
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
  }

  #start(): Worker {
    const file = new URL(`./write-worker${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { workerData: this.#settings, execArgv: [] });
    let why: unknown;
    worker.on('message', (reports: readonly WriteReport[]) => this.#read(worker, reports));
    worker.on('error', (cause) => (why = cause));
    worker.on('exit', () => this.#ended(worker, why));
    worker.unref();
    return worker;
  }

  #read(worker: Worker, reports: readonly WriteReport[]): void {
    for (const report of reports) {
      const underWay = this.#underWay.get(report.number);
      this.#underWay.delete(report.number);
      if ('cause' in report) underWay?.failed(Object.assign(report.cause, { errcode: report.errcode }));
      else underWay?.done(report.answer);
    }
    if (this.#underWay.size > 0) return;
    worker.unref();
    this.#settled();
  }

  #ended(worker: Worker, why: unknown): void {
    if (this.#worker === worker) this.#worker = undefined;
    if (this.#isClosed && why === undefined) return;
    const cause = new Error('The thread that writes the SQLite database ended; it is started again', { cause: why });
    const lost = [...this.#underWay.values()];
    this.#underWay.clear();
    for (const { failed } of lost) failed(cause);
    this.#settled();
    this.#failed(cause);
  }

  #settled(): void {
    this.#quiet?.resolve();
    this.#quiet = undefined;
  }
}
