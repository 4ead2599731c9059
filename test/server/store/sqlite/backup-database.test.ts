import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { backupDatabase } from '../../../../server/store/sqlite/backup-database.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../../server/store/sqlite/index.ts';
import { commitOf, conversation } from '../../../contracts/store-fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'backup-'));
after(() => rmSync(root, { recursive: true }));

test('a copy made while the store is written to opens as the whole store of one moment', async () => {
  const folder = join(root, 'busy');
  const store = await openSqliteStore({ folder });
  const { epoch } = (await store.snapshot('acme')).position;
  const write = (n: number) =>
    store.commit('acme', [commitOf(epoch, { expect: [conversation(`c${n}`, 0)], floor: '{}' })]);
  for (let n = 1; n <= 50; n += 1) await write(n);
  const copying = backupDatabase(folder, join(root, 'copy.db'));
  for (let n = 51; n <= 100; n += 1) await write(n);
  await copying;
  await store.close();

  const restored = join(root, 'restored');
  mkdirSync(restored);
  renameSync(join(root, 'copy.db'), join(restored, DATABASE_FILE));
  const again = await openSqliteStore({ folder: restored });
  const { position, aggregates } = await again.snapshot('acme');
  await again.close();
  assert.equal(position.epoch, epoch);
  assert.ok(position.offset >= 50);
  assert.equal(aggregates.length, position.offset);
});

test('a store that nobody has open is copied too', async () => {
  const folder = join(root, 'resting');
  await (await openSqliteStore({ folder })).close();
  await backupDatabase(folder, join(root, 'resting.db'));
  assert.ok(existsSync(join(root, 'resting.db')));
});

test('nothing is overwritten', async () => {
  const file = join(root, 'kept.db');
  writeFileSync(file, 'kept');
  await (await openSqliteStore({ folder: join(root, 'small') })).close();
  await assert.rejects(backupDatabase(join(root, 'small'), file), /exists: name a new file/);
});

test('a folder without a store is said, and no file is left behind', async () => {
  await assert.rejects(backupDatabase(join(root, 'nowhere'), join(root, 'none.db')), /There is no store in/);
  assert.equal(existsSync(join(root, 'none.db')), false);
});
