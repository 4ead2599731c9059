import assert from 'node:assert/strict';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, it } from 'node:test';
import { DATABASE_FILE, openSqliteStore } from '../../../../server/store/sqlite/index.ts';
import { commitOf, conversation } from '../../../contracts/store-fixture.ts';
import { acknowledgedBefore } from '../../../support/killed-commit.ts';

const root = mkdtempSync(join(tmpdir(), 'sqlite-'));
after(() => rmSync(root, { recursive: true }));
let folders = 0;
const freshFolder = () => join(root, String((folders += 1)), 'data');

const erased = { id: 'c1', keys: [], commands: [] };

it('makes its folder, and keeps its epoch and its data when opened again', async () => {
  const folder = freshFolder();
  const first = await openSqliteStore({ folder });
  const { epoch } = (await first.snapshot('acme')).position;
  await first.commit('acme', [commitOf(epoch, { expect: [conversation('c1', 0)], floor: '{}' })]);
  await first.close();
  const second = await openSqliteStore({ folder });
  assert.deepEqual((await second.snapshot('acme')).position, { epoch, offset: 1 });
  assert.equal((await second.load('acme', 'conversation', 'c1'))?.version, 1);
  await second.close();
  const other = await openSqliteStore({ folder: freshFolder() });
  assert.notEqual((await other.snapshot('acme')).position.epoch, epoch);
  await other.close();
});

it('refuses a folder that this process has open already', async () => {
  const folder = freshFolder();
  const store = await openSqliteStore({ folder });
  await assert.rejects(openSqliteStore({ folder }), /another process uses it: stop that one first/);
  await store.close();
  await (await openSqliteStore({ folder })).close();
});

it('refuses a folder that another process has open, until that one is gone', async () => {
  const folder = freshFolder();
  await acknowledgedBefore(['sqlite', folder], 1, async () => {
    await assert.rejects(openSqliteStore({ folder }), /another process uses it/);
  });
  await (await openSqliteStore({ folder })).close();
});

it('says what to do about a file that is no database', async () => {
  const folder = freshFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, DATABASE_FILE), 'this is not a database, whatever its name says'.repeat(200));
  await assert.rejects(openSqliteStore({ folder }), /damaged or no database: restore a backup/);
});

it('says what to do about a database that was cut short, or has a damaged page in its middle', async () => {
  const harms = {
    cut: (path: string, size: number) => truncateSync(path, Math.floor(size / 3)),
    damaged: (path: string, size: number) => {
      const file = openSync(path, 'r+');
      writeSync(file, Buffer.alloc(4_096, 0xff), 0, 4_096, Math.floor(size / 8_192) * 4_096);
      closeSync(file);
    },
  };
  for (const harm of Object.values(harms)) {
    const folder = freshFolder();
    const store = await openSqliteStore({ folder });
    const { epoch } = (await store.snapshot('acme')).position;
    for (let i = 0; i < 200; i += 1) {
      const floor = `"${'x'.repeat(900)}"`;
      await store.commit('acme', [commitOf(epoch, { expect: [conversation(`c${i}`, 0)], floor })]);
    }
    await store.close();
    const path = join(folder, DATABASE_FILE);
    harm(path, statSync(path).size);
    await assert.rejects(openSqliteStore({ folder }), /damaged or no database/);
  }
});

it('refuses a database of a newer release and leaves it as it is', async () => {
  const folder = freshFolder();
  await (await openSqliteStore({ folder })).close();
  const db = new DatabaseSync(join(folder, DATABASE_FILE));
  db.exec('UPDATE schema_version SET version = 99');
  db.close();
  await assert.rejects(openSqliteStore({ folder }), /written by a newer release \(schema 99, this one knows \d+\)/);
});

it('says that it may not write there', async () => {
  const folder = freshFolder();
  mkdirSync(folder, { recursive: true });
  chmodSync(root, 0o755);
  chmodSync(folder, 0o555);
  // The superuser may write anywhere, so the test steps down where it runs as one.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await assert.rejects(openSqliteStore({ folder }), /may not write there: make the folder writable/);
    await assert.rejects(openSqliteStore({ folder: join(folder, 'deeper') }), /may not write there/);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
  writeFileSync(join(root, 'file'), '');
  await assert.rejects(openSqliteStore({ folder: join(root, 'file', 'data') }), /may not write there/);
});

it('an error in a group leaves nothing of the group', async () => {
  const folder = freshFolder();
  const store = await openSqliteStore({ folder });
  const { epoch } = (await store.snapshot('acme')).position;
  const good = commitOf(epoch, { expect: [conversation('c1', 0)], floor: '{}' });
  const impossible = commitOf(epoch, { expect: [conversation('c2', 0)], floor: { not: 'text' } as unknown as string });
  await assert.rejects(store.commit('acme', [good, impossible]));
  assert.deepEqual((await store.snapshot('acme')).aggregates, []);
  assert.equal((await store.commit('acme', [good]))[0]?.outcome, 'committed');
  await store.close();
});

it('[R6] erasing keeps nobody waiting who reads, and whoever commits meanwhile comes after it', async () => {
  const store = await openSqliteStore({ folder: freshFolder() });
  const { epoch } = (await store.snapshot('acme')).position;
  const append = Array.from({ length: 50 }, (_, i) => ({ conversation: 'c1', plane: 'public' as const, body: `${i}` }));
  await store.commit('acme', [commitOf(epoch, { expect: [conversation('c1', 0)], append })]);
  const order: string[] = [];
  const isDone = (what: string) => (): void => void order.push(what);
  await store.erase('acme', [erased]);
  const cleaned = store.clean().then(isDone('cleaned'));
  await new Promise(setImmediate);
  const committed = store
    .commit('acme', [commitOf(epoch, { expect: [conversation('c2', 0)], floor: '{}' })])
    .then(isDone('committed'));
  const leased = store.lease('acme', 'server', 1).then(isDone('leased'));
  const read = store.load('acme', 'conversation', 'c1').then(isDone('read'));
  await Promise.all([cleaned, committed, leased, read]);
  assert.equal(order[0], 'read');
  assert.ok(order.includes('committed') && order.includes('leased') && order.includes('cleaned'));
  assert.equal((await store.load('acme', 'conversation', 'c2'))?.version, 1);
  await store.close();
});

it('[R6] what may be left in a file is said, and erasing again takes it out', { timeout: 60_000 }, async () => {
  const folder = freshFolder();
  const store = await openSqliteStore({ folder });
  const { epoch } = (await store.snapshot('acme')).position;
  const append = [{ conversation: 'c1', plane: 'public' as const, body: 'a secret of somebody' }];
  await store.commit('acme', [commitOf(epoch, { expect: [conversation('c1', 0)], append })]);
  const reader = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
  reader.exec('BEGIN; SELECT count(*) FROM plane');
  await store.erase('acme', [erased]);
  await assert.rejects(store.clean(), /another program reads it/u);
  reader.close();
  await store.clean();
  for (const name of readdirSync(folder))
    assert.ok(!readFileSync(join(folder, name), 'latin1').includes('a secret of somebody'), name);
  await store.close();
});

it('[R6] files are cleaned of what was erased before a time, also by whoever opens them next, and only once', async () => {
  const folder = freshFolder();
  const holds = (): boolean =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name), 'latin1').includes('a secret of somebody'));
  const append = [{ conversation: 'c1', plane: 'public' as const, body: 'a secret of somebody' }];
  let now = 1_000;
  const first = await openSqliteStore({ folder, clock: () => now });
  const { epoch } = (await first.snapshot('acme')).position;
  await first.commit('acme', [commitOf(epoch, { expect: [conversation('c1', 0)], append })]);
  await first.erase('acme', [erased]);
  now = 2_000;
  await first.erase('acme', [erased]);
  assert.deepEqual(await first.readPlane('acme', 'c1', 'public', 0, 9), []);
  await first.clean(1_000);
  assert.ok(holds(), 'nothing was erased before that');
  await first.close();
  const second = await openSqliteStore({ folder });
  await second.clean(1_001);
  assert.ok(!holds());
  const { mtimeNs: written } = statSync(join(folder, DATABASE_FILE), { bigint: true });
  await second.clean();
  assert.equal(statSync(join(folder, DATABASE_FILE), { bigint: true }).mtimeNs, written, 'there was nothing to do');
  await second.close();
});
