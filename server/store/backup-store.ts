import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE } from './sqlite/index.ts';

export interface BackupSettings {
  /** Folder of the embedded store. */
  readonly data: string;
  readonly redisUrl: string | null;
}

/** A copy was made, or why none was and what to do instead, in a sentence. */
export type BackupResult =
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly reason: string };

/**
 * Copies the embedded store to `file` as of one moment, while it is in use. The copy is a database file by itself: put it
 * into an empty data folder as `floorwalk.db` to restore it: pages that were open reload. Redis is backed up by its own means.
 */
export function backupStore({ data, redisUrl }: BackupSettings, file: string | undefined): BackupResult {
  if (redisUrl !== null) {
    const reason =
      'The store is in Redis (REDIS_URL), which makes its own copies: run `redis-cli BGSAVE` and keep the file that ' +
      '`redis-cli CONFIG GET dir` and `dbfilename` name, or keep the folder appendonlydir where appendonly is on.';
    return { ok: false, reason };
  }
  if (file === undefined) return { ok: false, reason: 'Say where to: npm run backup -- FILE' };
  const target = resolve(file);
  if (existsSync(target)) return { ok: false, reason: `${target} exists already: name a file that does not.` };
  const source = join(resolve(data), DATABASE_FILE);
  if (!existsSync(source)) return { ok: false, reason: `There is no store in ${resolve(data)} (FLOORWALK_DATA).` };
  try {
    copy(source, target);
    return { ok: true, file: target };
  } catch (cause) {
    rmSync(target, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, reason: `The copy could not be made: ${why}.` };
  }
}

/** One read transaction of its own, so that neither side waits for the other. */
function copy(source: string, target: string): void {
  const db = new DatabaseSync(source, { readOnly: true, timeout: 5_000 });
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
  const made = new DatabaseSync(target);
  try {
    // Whatever goes on from the copy is another history: pages that saw more than it holds must not go on in it.
    made.exec(`UPDATE about SET value = lower(hex(randomblob(8))) WHERE name = 'epoch'`);
    const finding = made.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (finding !== 'ok') throw new Error(`what was read is damaged (${String(finding)})`);
  } finally {
    made.close();
  }
}
