import { DatabaseSync } from 'node:sqlite';

/** Opens a connection that writes: what it has committed is on the disk, and nothing is copied out of the log by it. */
export function openConnection(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 5_000 });
  try {
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -65536',
    );
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** Which history the database has. */
export const epochOf = (db: DatabaseSync): string =>
  String(db.prepare(`SELECT value FROM about WHERE name = 'epoch'`).get()?.['value']);
