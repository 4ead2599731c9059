import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { noteClean } from './erase.ts';

const PASSIVE_EVERY_MS = 250;
const PASSIVE_ABOVE_BYTES = 4_000_000;
/** How long whoever reads older pages may keep the log from being emptied. */
const LOG_EMPTY_WITHIN_MS = 10_000;

const { path } = workerData as { path: string };
const db = new DatabaseSync(path, { timeout: 1_000 });

/** Copies what the log holds into the database; answers how many bytes of log are in use. */
function checkpoint(mode: 'PASSIVE' | 'RESTART'): number {
  const row = db.prepare(`PRAGMA wal_checkpoint(${mode})`).get();
  const pageSize = Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
  return mode === 'RESTART' && row?.['busy'] === 0 ? 0 : Number(row?.['log']) * pageSize;
}

// The file never shrinks, so its size says only whether there can be anything worth copying.
const timer = setInterval(() => {
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size > PASSIVE_ABOVE_BYTES) parentPort?.postMessage(tried('PASSIVE'));
}, PASSIVE_EVERY_MS);

/** A disk that is full or slow for a moment ends nothing: the next time may do. */
function tried(mode: 'PASSIVE' | 'RESTART'): { readonly logBytes: number; readonly problem: string | null } {
  try {
    return { logBytes: checkpoint(mode), problem: null };
  } catch (cause) {
    return { logBytes: NaN, problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Writes the file anew, since moved cells leave copies behind, and empties the log, which holds older pages. */
function rewrite(): string | null {
  try {
    db.exec('VACUUM');
    for (const giveUpAt = Date.now() + LOG_EMPTY_WITHIN_MS; ;) {
      if (db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0) {
        noteClean(db);
        return null;
      }
      if (Date.now() > giveUpAt) return 'another program reads it (a backup, a check of the record)';
    }
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

parentPort?.on('message', (message: 'restart' | 'rewrite' | 'close') => {
  if (message === 'rewrite') {
    parentPort?.postMessage({ logBytes: 0, rewritten: true, problem: rewrite() });
    return;
  }
  if (message === 'restart') {
    parentPort?.postMessage({ ...tried('RESTART'), restarted: true });
    return;
  }
  clearInterval(timer);
  db.close();
  parentPort?.close();
});
