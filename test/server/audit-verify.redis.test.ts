import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { commitOf } from '../contracts/store-fixture.ts';
import { sealAudit } from '../../server/audit/seal-audit.ts';
import { openRedisStore } from '../../server/store/redis/index.ts';
import { DATABASE_FILE, openSqliteStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { record } from '../contracts/audit-seals.ts';
import { TENANT } from '../contracts/store-fixture.ts';
import { startRedis, type OwnRedis } from '../support/redis.ts';

const program = new URL('../../server/audit-verify.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
let redis: OwnRedis;
before(async () => {
  redis = await startRedis();
});
after(async () => {
  await redis.close();
  rmSync(folder, { recursive: true });
});

async function verify(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  const [status] = (await once(child, 'close')) as [number];
  return { status, said };
}

async function fill(store: Store): Promise<void> {
  const { position } = await store.snapshot(TENANT);
  await record(store, position.epoch, 1, 30);
  await sealAudit(store, TENANT, Date.now());
}

test('[R4] npm run audit:verify on SQLite, beside the server: sound, then names the line edited in the file', async () => {
  const env = { FLOORWALK_DATA: folder };
  const store = await openSqliteStore({ folder });
  await fill(store);
  const sound = await verify(env);
  assert.equal(sound.status, 0, sound.said);
  assert.match(sound.said, /^acme: 30 lines are as they were sealed\. Note elsewhere: 30:\S{43}\n$/u);
  const noted = /30:\S+/u.exec(sound.said)?.[0] ?? '';
  assert.equal((await verify(env, TENANT, noted)).status, 0);
  const { epoch } = (await store.snapshot(TENANT)).position;
  const write = (at: number) => store.commit(TENANT, [commitOf(epoch, { audit: [JSON.stringify({ at })] })]);
  await write(Date.now());
  const fresh = await verify(env);
  assert.deepEqual([fresh.status, /not proven: the newest 1 line has no seal yet/u.test(fresh.said)], [0, true]);
  await sealAudit(store, TENANT, Date.now());
  await write(Date.now() - 3_600_000);
  const overdue = await verify(env);
  assert.deepEqual([overdue.status, /NOT PROVEN: the newest 1 line has no seal, since/u.test(overdue.said)], [3, true]);
  await sealAudit(store, TENANT, Date.now());
  await store.close();

  const db = new DatabaseSync(join(folder, DATABASE_FILE));
  db.exec(`UPDATE audit SET body = replace(body, '17', '71') WHERE position = 17`);
  assert.deepEqual(await verify(env), {
    status: 1,
    said: 'acme: line 17 is the first that is wrong. This line is not as it was written.\n',
  });
  db.exec('DELETE FROM audit WHERE position = 11');
  assert.match((await verify(env)).said, /line 11 is the first that is wrong\. This line was removed\./u);
  db.close();
  assert.equal((await verify({ FLOORWALK_DATA: join(folder, 'nowhere') })).status, 2);
});

test('[R4] npm run audit:verify on Redis: sound, then names the first of the lines deleted from the stream', async () => {
  const env = { REDIS_URL: redis.url };
  const store = await openRedisStore({ url: redis.url, onError: (cause) => assert.fail(cause) });
  await fill(store);
  const sound = await verify(env);
  assert.equal(sound.status, 0, sound.said);
  assert.match(sound.said, /^acme: 30 lines are as they were sealed/u);
  const [stream = ''] = (await redis.command('KEYS', '*:audit')) as string[];
  const entries = (await redis.command('XRANGE', stream, '-', '+')) as [string, string[]][];
  await redis.command('XDEL', stream, entries[2]?.[0] ?? '');
  const broken = await verify(env);
  assert.equal(broken.status, 1);
  assert.match(broken.said, /line 15 is the first that is wrong\. This line was removed\./u);
  await store.close();
});
