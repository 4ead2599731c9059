import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE } from './open-sqlite-store.ts';

/**
 * Copies the embedded store of a folder into a new file while a server may be writing: the copy is the whole store at one
 * moment. Rejects, with a sentence for the operator, where there is no store or the file exists; a copy that could not be
 * finished leaves no file behind.
 */
export async function backupDatabase(folder: string, file: string): Promise<void> {
  const source = join(resolve(folder), DATABASE_FILE);
  if (!existsSync(source))
    throw new Error(`There is no store in ${resolve(folder)}: set FLOORWALK_DATA to its folder.`);
  if (existsSync(file)) throw new Error(`${file} exists: name a new file.`);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  const db = new DatabaseSync(source, { readOnly: true, timeout: 5_000 });
  try {
    await backup(db, unfinished);
    renameSync(unfinished, file);
  } finally {
    db.close();
    rmSync(unfinished, { force: true });
  }
}
