import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startUpkeep } from '../../bot/upkeep.ts';
import { botClock } from '../support/teams.ts';

test('what is to be forgotten is looked for every hour, whatever became of it before, until it is stopped', async () => {
  const clock = botClock(0);
  const said: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (_: object, sentence: string) => void said.push(sentence) };
  let ran = 0;
  const failing = (): Promise<void> => Promise.reject(new Error('away'));
  const stop = startUpkeep({ clock, log }, [failing, async () => void (ran += 1)]);
  clock.pass(3 * 60 * 60_000);
  await new Promise(setImmediate);
  assert.equal(ran, 3);
  assert.equal(said.length, 3);
  stop();
  clock.pass(24 * 60 * 60_000);
  assert.equal(ran, 3);
});
