import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { backupStore } from '../../../server/store/backup-store.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../server/store/sqlite/index.ts';
import { commitOf } from '../../contracts/store-fixture.ts';
import { acknowledgedBefore, assertAllThere } from '../../support/killed-commit.ts';

const root = mkdtempSync(join(tmpdir(), 'backup-'));
after(() => rmSync(root, { recursive: true }));
const program = new URL('../../../server/backup.ts', import.meta.url).pathname;
const run = (args: string[], env: Record<string, string>) =>
  spawnSync(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' });

it('copies a store that another process is committing to, as of one moment', async () => {
  const [data, file, restored] = [join(root, 'data'), join(root, 'copy.db'), join(root, 'restored')];
  await acknowledgedBefore(['sqlite', data], 200, async () => {
    const { status, stdout, stderr } = run([file], { FLOORWALK_DATA: data });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /was copied to/);
  });
  mkdirSync(restored);
  copyFileSync(file, join(restored, DATABASE_FILE));
  const store = await openSqliteStore({ folder: restored });
  await assertAllThere(store, 200);
  await store.close();
});

it('what goes on from a copy is another history, so that nobody who saw more goes on in it', async () => {
  const [data, file, restored] = [join(root, 'first'), join(root, 'first.db'), join(root, 'second')];
  const store = await openSqliteStore({ folder: data });
  const { epoch } = (await store.snapshot('acme')).position;
  const entry = commitOf(epoch, { floor: '{}' });
  await store.commit('acme', [entry]);
  const seen = (await store.snapshot('acme')).position;
  assert.ok(backupStore({ data, redisUrl: null }, file).ok);
  await store.commit('acme', [entry]);
  mkdirSync(restored);
  copyFileSync(file, join(restored, DATABASE_FILE));
  const [before, after] = [store, await openSqliteStore({ folder: restored })];
  assert.ok(!(await before.readFloor('acme', seen, 10)).stale, 'the store itself goes on as it was');
  const page = await after.readFloor('acme', seen, 10);
  assert.ok(page.stale);
  assert.equal(page.position.offset, 1);
  assert.equal((await after.commit('acme', [entry]))[0]?.outcome, 'epoch');
  for (const each of [before, after]) await each.close();
});

it('refuses with a sentence: no file named, a file that exists, no store there', () => {
  const settings = { data: join(root, 'nowhere'), redisUrl: null };
  const reason = (file?: string) => {
    const result = backupStore(settings, file);
    return result.ok ? '' : result.reason;
  };
  assert.match(reason(), /npm run backup -- FILE/);
  assert.match(reason(join(root, 'a.db')), /There is no store in .*nowhere/);
  writeFileSync(join(root, 'taken.db'), 'precious');
  assert.match(reason(join(root, 'taken.db')), /exists already/);
});

it('leaves no half of a copy behind', () => {
  const data = join(root, 'damaged');
  mkdirSync(data);
  writeFileSync(join(data, DATABASE_FILE), 'no database at all'.repeat(500));
  const target = join(root, 'half.db');
  const result = backupStore({ data, redisUrl: null }, target);
  assert.match(result.ok ? '' : result.reason, /could not be made/);
  assert.equal(existsSync(target), false);
});

it('says how Redis is backed up, where the store is there', () => {
  const { status, stderr } = run([join(root, 'b.db')], { REDIS_URL: 'redis://localhost:6379' });
  assert.equal(status, 1);
  assert.match(stderr, /redis-cli BGSAVE/);
});
