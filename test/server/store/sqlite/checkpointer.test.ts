import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { it } from 'node:test';
import { Checkpointer } from '../../../../server/store/sqlite/checkpointer.ts';
import { openConnection } from '../../../../server/store/sqlite/connection.ts';
import { migrate } from '../../../../server/store/sqlite/schema.ts';

it('pauses commits when the log has grown too large, and the log begins anew', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
  const path = join(folder, 'a.db');
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE note (body TEXT)');
  const write = (bytes: number) => db.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(bytes));
  const logSize = () => statSync(`${path}-wal`).size;

  const quiet = async (): Promise<void> => {};

  write(8_000_000);
  const grown = logSize();
  const checkpointer = new Checkpointer(path, { quiet, failed: assert.ifError, restartAboveBytes: 6_000_000 });
  // A loaded machine may set and end a pause within one turn, and pause again before anything new is written.
  do {
    await new Promise(setImmediate);
    await checkpointer.pause;
  } while (checkpointer.restarts === 0);
  // Closed before the write, so that no checkpoint of the thread runs meanwhile.
  await checkpointer.close();
  assert.equal(checkpointer.pause, undefined);
  write(4_000_000);
  assert.equal(logSize(), grown, 'the new entries took the place of the old');

  db.close();
  rmSync(folder, { recursive: true });
});

it('a thread that ends is said and started again', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
  const path = join(folder, 'later', 'a.db');
  const said = Promise.withResolvers<Error>();
  // Its folder is not there yet: the thread cannot open the file.
  const checkpointer = new Checkpointer(path, { quiet: async () => {}, failed: said.resolve });
  assert.match(String(await said.promise), /ended; it is started again/u);
  mkdirSync(join(folder, 'later'));
  const db = openConnection(path);
  migrate(db);
  db.close();
  // Whoever needs it waits until it is there again.
  await checkpointer.rewrite();
  await checkpointer.close();
  rmSync(folder, { recursive: true });
});
