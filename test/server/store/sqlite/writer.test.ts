import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { after, it } from 'node:test';
import { epochOf, openConnection } from '../../../../server/store/sqlite/connection.ts';
import { migrate } from '../../../../server/store/sqlite/schema.ts';
import { Writer } from '../../../../server/store/sqlite/writer.ts';
import { commitOf, conversation } from '../../../contracts/store-fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'writer-'));
after(() => rmSync(root, { recursive: true }));
let folders = 0;

function database(): { readonly path: string; readonly db: DatabaseSync; readonly epoch: string } {
  const folder = join(root, String((folders += 1)));
  mkdirSync(folder);
  const path = join(folder, 'a.db');
  const db = openConnection(path);
  migrate(db);
  return { path, db, epoch: epochOf(db) };
}

const settingsOf = (path: string) => ({ path, keepFloor: 100, keepAuditMs: undefined, rememberMs: 1_000 });
const group = (epoch: string, id: string, floor = '{}') =>
  ({
    kind: 'commit',
    tenant: 'acme',
    commits: [commitOf(epoch, { expect: [conversation(id, 0)], floor })],
    now: 0,
  }) as const;

it('what cannot be written leaves what was sent beside it as it is, in its order', async () => {
  const { path, db, epoch } = database();
  const writer = new Writer(settingsOf(path), assert.ifError);
  const impossible = group(epoch, 'c2', { not: 'text' } as unknown as string);
  const heard: number[] = [];
  const asked = [group(epoch, 'c1'), impossible, group(epoch, 'c3')].map((task) =>
    writer.ask(task, ([outcome]) => heard.push(outcome?.outcome === 'committed' ? outcome.floorOffset : 0)),
  );
  const over = await Promise.allSettled(asked);
  assert.deepEqual(
    over.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(heard, [1, 2]);
  assert.deepEqual(
    db
      .prepare('SELECT id FROM aggregate ORDER BY id')
      .all()
      .map(({ id }) => id),
    ['c1', 'c3'],
  );
  await writer.close();
  db.close();
});

it('whoever is told hears it before whoever asked, and finds it written', async () => {
  const { path, db, epoch } = database();
  const writer = new Writer(settingsOf(path), assert.ifError);
  const order: string[] = [];
  await writer
    .ask(group(epoch, 'c1'), () =>
      order.push(`told ${Number(db.prepare('SELECT count(*) AS n FROM floor').get()?.['n'])}`),
    )
    .then(() => order.push('answered'));
  assert.deepEqual(order, ['told 1', 'answered']);
  await writer.close();
  db.close();
});

it('what is under way is written before it closes, and nothing after', async () => {
  const { path, db, epoch } = database();
  const writer = new Writer(settingsOf(path), assert.ifError);
  const asked = Promise.all(['c1', 'c2', 'c3'].map((id) => writer.ask(group(epoch, id))));
  await writer.close();
  await asked;
  assert.equal(db.prepare('SELECT count(*) AS n FROM floor').get()?.['n'], 3);
  await assert.rejects(writer.ask({ kind: 'ping' }), /The store is closed/u);
  db.close();
});

it('a thread that ends is said, whoever waits for it is told so, and the next write starts it again', async () => {
  const folder = join(root, 'late');
  const said: Error[] = [];
  // Its folder is not there yet: the thread cannot open the file.
  const writer = new Writer(settingsOf(join(folder, 'a.db')), (cause) => said.push(cause));
  await assert.rejects(writer.ask({ kind: 'ping' }), /ended; it is started again/u);
  assert.equal(said.length, 1);
  mkdirSync(folder);
  const db = openConnection(join(folder, 'a.db'));
  migrate(db);
  await writer.ask({ kind: 'ping' });
  await writer.close();
  db.close();
});
