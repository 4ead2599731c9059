import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSqliteBotStore } from '../../../bot/store/sqlite-store.ts';
import { botStoreContract } from '../../contracts/bot-store-contract.ts';

botStoreContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bot-store-'));
  const open = () => Promise.resolve(openSqliteBotStore(folder, Date.now));
  return { open, remove: () => rm(folder, { recursive: true, force: true }) };
});

test('a name is free again after its time', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'bot-store-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  let now = 1_000;
  const store = openSqliteBotStore(folder, () => now);
  assert.equal(await store.once('x', 500), true);
  now += 499;
  assert.equal(await store.once('x', 500), false);
  now += 1;
  assert.equal(await store.knows('x'), false);
  assert.equal(await store.once('x', 500), true);
  await store.close();
});
