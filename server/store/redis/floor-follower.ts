import type { FloorEntry, Page, Position } from '../store.ts';
import { unpackFloor } from './floor-blob.ts';

const PAGE = 500;

export interface FollowerDeps {
  readonly listener: (entry: FloorEntry, position: Position) => void;
  readonly onLost: () => void;
  readonly onError: (cause: Error) => void;
  readonly read: (since: Position, limit: number) => Promise<Page<FloorEntry>>;
  /** Ends a history that was lost: nobody commits to it any more. */
  readonly renewEpoch: (lost: string) => Promise<void>;
}

/**
 * Follows one tenant's floor. Published groups are handed on while they join up; at any hole, and after each
 * reconnection, the stream is read instead. Published messages may be lost, the stream may not.
 */
export class FloorFollower {
  readonly #deps: FollowerDeps;
  #position: Position;
  #newest: FloorEntry | undefined;
  #reading: Promise<void> | undefined;
  #isBehind = false;
  /** How often the history was doubted, and which of these doubts is settled. */
  #doubts = 1;
  #settled = 0;
  #isOver = false;

  constructor(since: Position, deps: FollowerDeps) {
    this.#position = since;
    this.#deps = deps;
  }

  /** A message of the tenant's channel: `epoch;count;newest offset\n<entries>`. */
  push(message: string): void {
    if (this.#isOver) return;
    const end = message.indexOf('\n');
    const [epoch, count, newest] = message.slice(0, end).split(';');
    const last = Number(newest);
    if (epoch === this.#position.epoch && last <= this.#position.offset) return;
    const isNext = epoch === this.#position.epoch && last - Number(count) <= this.#position.offset;
    if (!isNext || this.#reading !== undefined) {
      this.#isBehind = true;
      this.check(false).catch(this.#deps.onError);
      return;
    }
    this.#hand(unpackFloor(message.slice(end + 1), Number(count), last));
  }

  /** Reads what was missed. With `verify` it first asks whether the newest entry seen is still part of the history. */
  check(verify: boolean): Promise<void> {
    if (verify) this.#doubts += 1;
    this.#isBehind = true;
    this.#reading ??= this.#readAll();
    return this.#reading;
  }

  /** Resolves once it is known whether the history is still the one that was followed. */
  async verified(): Promise<void> {
    while (this.#settled < this.#doubts && !this.#isOver) await this.check(false);
  }

  stop(): void {
    this.#isOver = true;
  }

  get #isPending(): boolean {
    return !this.#isOver && (this.#isBehind || this.#settled < this.#doubts);
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#isPending) await this.#read();
    } finally {
      this.#reading = undefined;
    }
  }

  async #read(): Promise<void> {
    this.#isBehind = false;
    const doubts = this.#doubts;
    if (this.#settled < doubts) {
      if (!(await this.#isHistoryKept())) return this.#lose();
      this.#settled = doubts;
    }
    const page = await this.#deps.read(this.#position, PAGE);
    if (page.stale) return this.#lose();
    this.#hand(page.entries);
    if (page.entries.length > 0) this.#isBehind = true;
  }

  /** Compares the newest entry seen with the stored one: a database that came back may have lost its end. */
  async #isHistoryKept(): Promise<boolean> {
    const { epoch, offset } = this.#position;
    if (offset === 0) return true;
    const page = await this.#deps.read({ epoch, offset: offset - 1 }, 1);
    // Trimmed that far, it cannot be compared; read from where we stand, or say that this is too late.
    if (page.stale && page.position.epoch === epoch && page.position.offset >= offset) return true;
    if (page.stale && page.position.epoch !== epoch) return false;
    const stored = page.stale ? undefined : page.entries[0];
    if (this.#newest === undefined) {
      this.#newest = stored;
      return stored !== undefined;
    }
    if (stored !== undefined && isSameEntry(stored, this.#newest)) return true;
    await this.#deps.renewEpoch(epoch);
    return false;
  }

  #hand(entries: readonly FloorEntry[]): void {
    for (const entry of entries) {
      if (this.#isOver || entry.offset <= this.#position.offset) continue;
      this.#position = { epoch: this.#position.epoch, offset: entry.offset };
      this.#newest = entry;
      try {
        this.#deps.listener(entry, this.#position);
      } catch (cause) {
        queueMicrotask(() => {
          throw cause;
        });
      }
    }
  }

  #lose(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#deps.onLost();
  }
}

const isSameEntry = (a: FloorEntry, b: FloorEntry) => a.commandId === b.commandId && a.body === b.body;
