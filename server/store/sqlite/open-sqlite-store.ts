import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../store.ts';
import { openConnection } from './connection.ts';
import { lockFolder } from './folder-lock.ts';
import { openError } from './open-error.ts';
import { migrate } from './schema.ts';
import type { SqliteOptions } from './sqlite-options.ts';
import { SqliteStore } from './sqlite-store.ts';

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
