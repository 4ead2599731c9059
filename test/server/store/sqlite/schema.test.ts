import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { it } from 'node:test';
import { DATABASE_FILE, openSqliteStore } from '../../../../server/store/sqlite/index.ts';
import { migrate } from '../../../../server/store/sqlite/schema.ts';

const steps = [
  "CREATE TABLE note (body TEXT); INSERT INTO note VALUES ('from the first release')",
  "ALTER TABLE note ADD COLUMN author TEXT; UPDATE note SET author = 'nobody'",
];
const versionOf = (db: DatabaseSync) => db.prepare('SELECT version FROM schema_version').all();

it('takes an older database through every step that it has not seen', () => {
  const db = new DatabaseSync(':memory:');
  migrate(db, steps.slice(0, 1));
  db.exec("INSERT INTO note VALUES ('written then')");
  migrate(db, steps);
  migrate(db, steps);
  assert.deepEqual(
    db
      .prepare('SELECT * FROM note')
      .all()
      .map((row) => ({ ...row })),
    [
      { body: 'from the first release', author: 'nobody' },
      { body: 'written then', author: 'nobody' },
    ],
  );
  assert.deepEqual(
    versionOf(db).map((row) => row['version']),
    [2],
  );
});

it('leaves the database as it was when a step fails', () => {
  const db = new DatabaseSync(':memory:');
  migrate(db, steps.slice(0, 1));
  assert.throws(() =>
    migrate(db, [steps[0] ?? '', 'ALTER TABLE note ADD COLUMN a TEXT; ALTER TABLE nowhere ADD b TEXT']),
  );
  assert.deepEqual(
    versionOf(db).map((row) => row['version']),
    [1],
  );
  assert.deepEqual(Object.keys(db.prepare('SELECT * FROM note').get() ?? {}), ['body']);
});

it('refuses a newer database without touching it', () => {
  const db = new DatabaseSync(':memory:');
  migrate(db, steps);
  assert.throws(() => migrate(db, steps.slice(0, 1)), /newer release \(schema 2, this one knows 1\)/);
  assert.deepEqual(
    versionOf(db).map((row) => row['version']),
    [2],
  );
});

it('opens a file made by hand before there was any schema', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, DATABASE_FILE));
  db.exec('CREATE TABLE schema_version (version INTEGER NOT NULL); INSERT INTO schema_version VALUES (0)');
  db.close();
  const store = await openSqliteStore({ folder });
  assert.equal((await store.snapshot('acme')).position.offset, 0);
  await store.close();
  rmSync(folder, { recursive: true });
});
