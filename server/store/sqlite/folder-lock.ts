import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes `folder` for this process until the result is called or the process dies.
 * The operating system's lock on a file of its own, held through SQLite: nothing stale stays after a crash, and the
 * database itself stays open to the checkpoint thread and to `npm run backup`.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'floorwalk.lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw cause;
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}
