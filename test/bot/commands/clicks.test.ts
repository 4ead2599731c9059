import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DAY_MS } from '@floorwalk/core';
import { Clicks } from '../../../bot/commands/clicks.ts';
import { openSqliteBotStore } from '../../../bot/store/sqlite-store.ts';
import { wordsOf } from '../../../bot/words/index.ts';
import { botClock } from '../../support/teams.ts';

test('[R6] what a card answered is forgotten while the bot runs, once the card does nothing any more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const clock = botClock(1_000_000);
  const store = openSqliteBotStore(folder, () => clock.now());
  const done: string[] = [];
  const clicks = new Clicks({
    store,
    clock,
    words: () => wordsOf('en'),
    carryOut: async (_account, key) => {
      done.push(key);
      return { text: 'Mara is watched.' };
    },
  });
  const account = { tenant: 't', object: 'o' };
  const click = { ask: { do: 'help' }, nonce: 'n', at: clock.now(), keepsCard: false } as const;
  const answer = () => clicks.answer(account, click, () => {});
  assert.deepEqual([await answer(), await answer()], [{ text: 'Mara is watched.' }, { text: 'Mara is watched.' }]);
  assert.equal(done.length, 1);
  await clicks.prune();
  assert.equal((await store.all('answer')).length, 1);
  clock.pass(DAY_MS + 1);
  await clicks.prune();
  assert.deepEqual(await store.all('answer'), []);
  assert.deepEqual(await answer(), { text: wordsOf('en').say.oldCard });
  assert.equal(done.length, 1);
  await store.close();
  await rm(folder, { recursive: true });
});
