import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../store.ts';
import { openConnection } from './connection.ts';
import { lockFolder } from './folder-lock.ts';
import { openError } from './open-error.ts';
import { migrate } from './schema.ts';
import { SqliteStore } from './sqlite-store.ts';

export interface SqliteOptions {
  /** Where the database lives; made if it does not exist. One process at a time. */
  readonly folder: string;
  readonly clock?: () => number;
  /** How many floor entries of a tenant are kept at least, for readers that come back. */
  readonly keepFloor?: number;
  /** Lines of the audit older than this go, a few with each commit; without it they stay for ever. */
  readonly keepAuditMs?: number;
  /** A command's answer is kept at least this long and at most twice as long. */
  readonly rememberMs?: number;
  /** At this much write-ahead log, commits pause once so that it can begin anew. */
  readonly restartAboveBytes?: number;
  /** Told what went wrong beside a command: a thread that ended and is started again, a log that could not be copied. */
  readonly onError?: (cause: Error) => void;
}

/** The name of the database file inside the folder. */
export const DATABASE_FILE = 'floorwalk.db';

/** Opens the embedded store, migrating it if an older release wrote it. Rejects with a sentence for the operator. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const folder = resolve(options.folder);
  const path = join(folder, DATABASE_FILE);
  let unlock: (() => void) | undefined;
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    unlock = lockFolder(folder);
    db = openConnection(path);
    assertSound(db);
    migrate(db);
    return new SqliteStore(db, path, unlock, options);
  } catch (cause) {
    if (db?.isOpen) db.close();
    unlock?.();
    throw openError(folder, cause);
  }
}

/** A damaged page found at start is one sentence; found in the middle of a shift it is an outage. */
function assertSound(db: DatabaseSync): void {
  const finding = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (finding !== 'ok') throw Object.assign(new Error(String(finding)), { errcode: 11 });
}
