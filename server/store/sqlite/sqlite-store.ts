import type { DatabaseSync } from 'node:sqlite';
import type { Commit, CommitOutcome, Family, FloorEntry, Position, Store } from '../store.ts';
import { Checkpointer } from './checkpointer.ts';
import { groupCommitter } from './commit-group.ts';
import { FloorListeners } from './floor-listeners.ts';
import { eraser } from './erase.ts';
import { leaseTable } from './leases.ts';
import type { SqliteOptions } from './open-sqlite-store.ts';
import { storeReads } from './reads.ts';
import { rememberedAnswers } from './remembered.ts';
import { retention } from './retention.ts';
import { tenantRows } from './tenants.ts';

const KEEP_FLOOR = 20_000;
const REMEMBER_MS = 600_000;
const CATCH_UP_PAGE = 500;

/** The embedded store: everything happens on the event loop, a group in one transaction, checkpoints on a thread. */
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
  readonly #erase;
  readonly #commitGroup;
  #closing: Promise<void> | undefined;

  constructor(db: DatabaseSync, path: string, unlock: () => void, options: SqliteOptions) {
    const { clock = Date.now, keepFloor = KEEP_FLOOR, rememberMs = REMEMBER_MS, restartAboveBytes } = options;
    this.#db = db;
    this.#unlock = unlock;
    this.#epoch = String(db.prepare(`SELECT value FROM about WHERE name = 'epoch'`).get()?.['value']);
    this.#tenants = tenantRows(db);
    this.#reads = storeReads(db, this.#epoch, this.#tenants);
    this.#leases = leaseTable(db);
    this.#erase = eraser(db, this.#tenants);
    const remembered = rememberedAnswers(db, clock, rememberMs);
    this.#commitGroup = groupCommitter(db, {
      epoch: this.#epoch,
      tenants: this.#tenants,
      remembered,
      retention: retention(db, keepFloor, options.keepAuditMs),
      clock,
    });
    this.#checkpointer = new Checkpointer(path, restartAboveBytes);
  }

  async commit(tenant: string, commits: readonly Commit[]): Promise<readonly CommitOutcome[]> {
    await this.#mayWrite();
    const { outcomes, entries } = this.#commitGroup(tenant, commits);
    this.#listeners.publish(tenant, this.#epoch, entries);
    return outcomes;
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

  async erase(tenant: string, conversations: readonly string[], keys: readonly string[]) {
    await this.#mayWrite();
    if (this.#erase(tenant, conversations, keys)) await this.#checkpointer.rewrite();
  }

  /** One process writes, so that nothing can be committed between the catching up and the listening. */
  async follow(
    tenant: string,
    since: Position,
    listener: (entry: FloorEntry, position: Position) => void,
    onLost: () => void,
  ): Promise<() => Promise<void>> {
    let position = since;
    for (;;) {
      const page = this.#reads.floor(tenant, position, CATCH_UP_PAGE);
      if (page.stale) {
        onLost();
        return async () => {};
      }
      for (const entry of page.entries) listener(entry, { epoch: this.#epoch, offset: entry.offset });
      position = page.position;
      if (page.entries.length === 0) break;
    }
    const stop = this.#listeners.add(tenant, listener);
    return async () => stop();
  }

  async due(now: number, limit: number) {
    return this.#reads.due(now, limit);
  }

  async tenants() {
    return this.#tenants.names();
  }

  async lease(tenant: string, key: string, until: number) {
    await this.#mayWrite();
    this.#leases.take(tenant, key, until);
  }

  async leases(tenant: string) {
    return this.#leases.all(tenant);
  }

  async dropLease(tenant: string, key: string) {
    await this.#mayWrite();
    this.#leases.drop(tenant, key);
  }

  async ping() {
    this.#db.prepare('SELECT 1').get();
  }

  /** While the thread has the file to itself, whoever writes waits here and not in SQLite, where everything would. */
  async #mayWrite(): Promise<void> {
    while (this.#checkpointer.pause !== undefined) await this.#checkpointer.pause;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#checkpointer.close();
    this.#db.close();
    this.#unlock();
  }
}
