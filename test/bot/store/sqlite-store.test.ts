import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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

test('[R6] what was removed is in no file any more once the store is closed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'bot-store-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const store = openSqliteBotStore(folder, Date.now);
  const held = async (): Promise<boolean> =>
    (await readFile(join(folder, 'bot.sqlite'), 'latin1')).includes('Secret Sam');
  await store.write([{ kind: 'answer', key: 'a', value: { text: 'Secret Sam' } }]);
  await store.close();
  assert.equal(await held(), true);
  const again = openSqliteBotStore(folder, Date.now);
  await again.write([{ kind: 'answer', key: 'a', value: null }]);
  await again.close();
  assert.equal(await held(), false);
});
