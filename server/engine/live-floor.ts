import { setTimeout as delay } from 'node:timers/promises';
import type { Floor } from '@floorwalk/core/floor';
import type { FloorEntry, Position, Store } from '../store/store.ts';
import type { Folded } from './engine.ts';
import { foldEntry, type Own } from './fold-entry.ts';
import { UnderWay } from '../under-way.ts';
import { loadFloor } from './load-floor.ts';

const PAGE = 1_000;
/** How long a commit of this server waits for its entry to be pushed before the stream is asked for it. */
const PUSHED_WITHIN_MS = 250;
const READ_AGAIN_AFTER_MS = 500;

/** What the live floor needs of its tenant. */
export interface LiveFloorDeps {
  readonly id: string;
  readonly store: Pick<Store, 'snapshot' | 'readFloor' | 'follow'>;
  /** Called after each of this server's own commits is folded, with what it changed. */
  readonly onOwn: (folded: Folded) => void;
  readonly fail: (cause: unknown, what: string) => void;
}

/** The floor of one tenant as this server knows it: a snapshot, and every entry of the feed since, in order and once. */
export class LiveFloor {
  readonly #deps: LiveFloorDeps;
  readonly #listeners = new Set<(folded: Folded) => void>();
  readonly #reloads = new Set<() => void>();
  readonly #own = new UnderWay<{ readonly own: Own | undefined }>();
  /** By offset, the smallest first. */
  readonly #waiting: { readonly offset: number; readonly done: () => void }[] = [];
  #floor: Floor;
  #position: Position;
  #stop: () => Promise<void> = async () => {};
  #reloading: Promise<void> | undefined;
  #isClosed = false;

  private constructor(deps: LiveFloorDeps, floor: Floor, position: Position) {
    this.#deps = deps;
    this.#floor = floor;
    this.#position = position;
  }

  /** Reads the tenant's snapshot and follows its feed from there. */
  static async open(deps: LiveFloorDeps): Promise<LiveFloor> {
    const { floor, position } = loadFloor(await deps.store.snapshot(deps.id));
    const live = new LiveFloor(deps, floor, position);
    await live.#follow();
    return live;
  }

  get floor(): Floor {
    return this.#floor;
  }
  get epoch(): string {
    return this.#position.epoch;
  }
  get offset(): number {
    return this.#position.offset;
  }
  /** Equal while nothing has been folded and nothing was read again, by whichever way it came. */
  get place(): string {
    return `${this.#position.epoch} ${this.#position.offset}`;
  }
  /** Whether anybody waits for what happens here. */
  get isHeard(): boolean {
    return this.#listeners.size > 0 || this.#waiting.length > 0;
  }

  onFold(listener: (folded: Folded) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onReload(listener: () => void): () => void {
    this.#reloads.add(listener);
    return () => this.#reloads.delete(listener);
  }

  /** The entry of this command will be this server's own, and as it was made; the result takes that back. */
  expectOwn(commandId: string, own?: Own): () => void {
    const expected = { own };
    this.#own.set(commandId, expected);
    return () => {
      if (this.#own.get(commandId) === expected) this.#own.delete(commandId);
    };
  }

  /** Resolves once this offset is folded here, or nothing is folded here any more. */
  folded(offset: number): Promise<void> {
    if (this.#isClosed || offset <= this.#position.offset) return Promise.resolve();
    return new Promise((resolve) => {
      const ask = setTimeout(() => void this.settle().catch(this.#failed), PUSHED_WITHIN_MS).unref();
      const done = (): void => {
        clearTimeout(ask);
        resolve();
      };
      const after = this.#waiting.findLastIndex((other) => other.offset <= offset);
      this.#waiting.splice(after + 1, 0, { offset, done });
    });
  }

  /** Resolves once everything committed so far is folded here. */
  async settle(): Promise<void> {
    while (!this.#isClosed) {
      const page = await this.#deps.store.readFloor(this.#deps.id, this.#position, PAGE);
      if (page.stale) return this.reload();
      for (const entry of page.entries) this.#fold(entry);
      if (page.entries.length < PAGE) return;
    }
  }

  /** Reads everything again: the history that was followed is over. */
  reload(): Promise<void> {
    this.#reloading ??= this.#readAgain().finally(() => {
      this.#reloading = undefined;
    });
    return this.#reloading;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#release(Infinity);
    await this.#stop();
  }

  /** Tells whoever waits for this offset or one before it. */
  #release(offset: number): void {
    const first = this.#waiting.findIndex((waiting) => waiting.offset > offset);
    for (const { done } of this.#waiting.splice(0, first < 0 ? this.#waiting.length : first)) done();
  }

  async #follow(): Promise<void> {
    const { store, id } = this.#deps;
    this.#stop = await store.follow(
      id,
      this.#position,
      (entry) => this.#fold(entry),
      () => void this.reload(),
    );
  }

  /** What fails once this is closed is of no use to anybody: its store may be closed as well. */
  readonly #failed = (cause: unknown): void => {
    if (!this.#isClosed) this.#deps.fail(cause, 'floor');
  };

  #fold(entry: FloorEntry): void {
    if (this.#isClosed || entry.offset <= this.#position.offset) return;
    const expected = this.#own.get(entry.commandId);
    const folded = foldEntry(this.#floor, entry, expected?.own);
    this.#position = { ...this.#position, offset: entry.offset };
    for (const listener of this.#listeners) listener(folded);
    this.#release(entry.offset);
    if (expected && this.#own.delete(entry.commandId)) this.#deps.onOwn(folded);
  }

  /** Until it succeeds: a floor that follows nothing would only look alive. */
  async #readAgain(): Promise<void> {
    while (!this.#isClosed) {
      try {
        return await this.#loadAgain();
      } catch (cause) {
        this.#failed(cause);
        await delay(READ_AGAIN_AFTER_MS, undefined, { ref: false });
      }
    }
  }

  async #loadAgain(): Promise<void> {
    const stop = this.#stop;
    this.#stop = async () => {};
    await stop();
    const { floor, position } = loadFloor(await this.#deps.store.snapshot(this.#deps.id));
    this.#floor = floor;
    this.#position = position;
    await this.#follow();
    this.#release(Infinity);
    for (const listener of this.#reloads) listener();
  }
}
