import type { DatabaseSync } from 'node:sqlite';
import type { Commit, CommitOutcome, Erased, Family, FloorEntry, Position, Store } from '../store.ts';
import { Checkpointer } from './checkpointer.ts';
import { epochOf } from './connection.ts';
import { uncleanSince } from './erase.ts';
import { FloorListeners } from './floor-listeners.ts';
import { leaseTable } from './leases.ts';
import type { SqliteOptions } from './sqlite-options.ts';
import { whyNot } from './open-error.ts';
import { storeReads } from './reads.ts';
import { tenantRows } from './tenants.ts';
import type { WriteAnswers, WriteTask } from './write-task.ts';
import { Writer } from './writer.ts';

const KEEP_FLOOR = 20_000;
const REMEMBER_MS = 600_000;
const CATCH_UP_PAGE = 500;

/**
 * The embedded store. A thread writes, one checkpoints, and the event loop waits for no disk: it reads beside them, what
 * is committed and nothing else.
 */
export class SqliteStore implements Store {
  readonly name = 'sqlite';
  readonly worth =
    'An acknowledged message is on this machine’s disk: it survives a crash of the process and a power cut.';
  readonly #db: DatabaseSync;
  readonly #unlock: () => void;
  readonly #epoch: string;
  readonly #checkpointer: Checkpointer;
  readonly #listeners = new FloorListeners();
  readonly #tenants;
  readonly #reads;
  readonly #leases;
  readonly #uncleanSince;
  readonly #clock: () => number;
  readonly #writer: Writer;
  #pinging: Promise<undefined> | undefined;
  #closing: Promise<void> | undefined;

  constructor(db: DatabaseSync, path: string, unlock: () => void, options: SqliteOptions) {
    const { clock = Date.now, keepFloor = KEEP_FLOOR, rememberMs = REMEMBER_MS, restartAboveBytes } = options;
    const { onError = toNobody } = options;
    this.#db = db;
    this.#unlock = unlock;
    this.#clock = clock;
    this.#epoch = epochOf(db);
    this.#tenants = tenantRows(db);
    this.#reads = storeReads(db, this.#epoch, this.#tenants);
    this.#leases = leaseTable(db);
    this.#uncleanSince = uncleanSince(db);
    this.#writer = new Writer({ path, keepFloor, keepAuditMs: options.keepAuditMs, rememberMs }, onError);
    const quiet = (): Promise<void> => this.#writer.quiet();
    this.#checkpointer = new Checkpointer(path, { quiet, failed: onError, restartAboveBytes });
  }

  async commit(tenant: string, commits: readonly Commit[]): Promise<readonly CommitOutcome[]> {
    return this.#write({ kind: 'commit', tenant, commits, now: this.#clock() }, (outcomes) =>
      this.#listeners.publish(tenant, this.#epoch, entriesOf(commits, outcomes)),
    );
  }

  async load(tenant: string, family: Family, id: string) {
    return this.#reads.load(tenant, family, id);
  }

  async find(tenant: string, key: string, limit: number) {
    return this.#reads.find(tenant, key, limit);
  }

  async snapshot(tenant: string) {
    return this.#reads.snapshot(tenant);
  }

  async readFloor(tenant: string, since: Position, limit: number) {
    return this.#reads.floor(tenant, since, limit);
  }

  async readPlane(tenant: string, conversation: string, plane: 'public' | 'internal', since: number, limit: number) {
    return this.#reads.plane(tenant, conversation, plane, since, limit);
  }

  async readAudit(tenant: string, since: number, limit: number) {
    return this.#reads.audit(tenant, since, limit);
  }

  async readAuditBack(tenant: string, before: number, limit: number) {
    return this.#reads.auditBack(tenant, before, limit);
  }

  async erase(tenant: string, conversations: readonly Erased[]) {
    await this.#write({ kind: 'erase', tenant, conversations, now: this.#clock() });
  }

  async clean(before = Infinity) {
    if ((this.#uncleanSince() ?? Infinity) < before) await this.#checkpointer.rewrite();
  }

  /** What is read may be told once more, since it is on the disk a moment before: the place in the feed says so. */
  async follow(
    tenant: string,
    since: Position,
    listener: (entry: FloorEntry, position: Position) => void,
    onLost: () => void,
  ): Promise<() => Promise<void>> {
    let position = since;
    const hear = (entry: FloorEntry): void => {
      if (entry.offset <= position.offset) return;
      position = { epoch: this.#epoch, offset: entry.offset };
      listener(entry, position);
    };
    for (;;) {
      const page = this.#reads.floor(tenant, position, CATCH_UP_PAGE);
      if (page.stale) {
        onLost();
        return async () => {};
      }
      for (const entry of page.entries) hear(entry);
      if (page.entries.length === 0) break;
    }
    const stop = this.#listeners.add(tenant, hear);
    return async () => stop();
  }

  async due(now: number, limit: number) {
    return this.#reads.due(now, limit);
  }

  async tenants() {
    return this.#tenants.names();
  }

  async lease(tenant: string, key: string, until: number) {
    await this.#write({ kind: 'lease', tenant, key, until });
  }

  async leases(tenant: string) {
    return this.#leases.all(tenant);
  }

  async dropLease(tenant: string, key: string) {
    await this.#write({ kind: 'dropLease', tenant, key });
  }

  /** Writes, since a full disk can be read from. While a thread has the file to itself, commands wait and are not refused. */
  async ping() {
    if (this.#checkpointer.pause !== undefined) return;
    this.#pinging ??= this.#writer.ask({ kind: 'ping' }).finally(() => (this.#pinging = undefined));
    try {
      await this.#pinging;
    } catch (cause) {
      throw new Error(`The embedded store takes no command: ${whyNot(cause)}.`, { cause });
    }
  }

  /** While a thread has the file to itself, whoever writes waits here and not in SQLite. */
  async #write<Task extends WriteTask>(task: Task, done?: (answer: WriteAnswers[Task['kind']]) => void) {
    while (this.#checkpointer.pause !== undefined) await this.#checkpointer.pause;
    return this.#writer.ask(task, done);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#writer.close();
    await this.#checkpointer.close();
    this.#db.close();
    this.#unlock();
  }
}

/** The floor entries of a group that is on the disk. */
function entriesOf(commits: readonly Commit[], outcomes: readonly CommitOutcome[]): FloorEntry[] {
  return commits.flatMap(({ commandId, floor: body }, i) => {
    const outcome = outcomes[i];
    if (outcome?.outcome !== 'committed' || outcome.floorOffset === 0) return [];
    return [{ offset: outcome.floorOffset, commandId, appended: outcome.appended, body }];
  });
}

/** Without a listener it is an error that nobody has caught. */
function toNobody(cause: Error): void {
  queueMicrotask(() => {
    throw cause;
  });
}
