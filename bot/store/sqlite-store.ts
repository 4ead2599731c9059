import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BotStore } from './store.ts';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS item (kind TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS once (name TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
`;

/** The store as a SQLite file in this folder. */
export function openSqliteBotStore(folder: string, now: () => number): BotStore {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'bot.sqlite'));
  db.exec(SCHEMA);
  const get = db.prepare('SELECT value FROM item WHERE kind = ? AND key = ?');
  const all = db.prepare('SELECT key, value FROM item WHERE kind = ? ORDER BY key');
  const put = db.prepare('INSERT OR REPLACE INTO item VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM item WHERE kind = ? AND key = ?');
  const forget = db.prepare('DELETE FROM once WHERE until <= ?');
  const known = db.prepare('SELECT 1 FROM once WHERE name = ? AND until > ?');
  const claim = db.prepare('INSERT OR IGNORE INTO once VALUES (?, ?)');
  return {
    get: async (kind, key) => {
      const row = get.get(kind, key);
      return row ? JSON.parse(String(row['value'])) : undefined;
    },
    all: async (kind) => all.all(kind).map((row) => [String(row['key']), JSON.parse(String(row['value']))] as const),
    write: async (changes) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const { kind, key, value } of changes)
          if (value === null) remove.run(kind, key);
          else put.run(kind, key, JSON.stringify(value));
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    once: async (name, forMs) => {
      forget.run(now());
      return claim.run(name, now() + forMs).changes === 1;
    },
    knows: async (name) => known.get(name, now()) !== undefined,
    close: async () => db.close(),
  };
}
