import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seldom } from '../../server/seldom.ts';

test('a trouble is told at once, and while it goes on with how often it came since; others beside it', () => {
  let now = 0;
  const told: [number, string][] = [];
  const say = seldom(
    (times, error, where: string) => told.push([times, `${(error as Error).message} ${where}`]),
    () => now,
  );
  for (let i = 0; i < 500; i++) say(new Error('the store is away'), 'here');
  say(new Error('something else'), 'there');
  assert.deepEqual(told.splice(0), [
    [1, 'the store is away here'],
    [1, 'something else there'],
  ]);
  now = 9_999;
  say(new Error('the store is away'), 'here');
  assert.deepEqual(told, []);
  now = 10_000;
  say(new Error('the store is away'), 'here');
  assert.deepEqual(told.splice(0), [[501, 'the store is away here']]);
  now = 60_000;
  say(new Error('the store is away'), 'here');
  assert.deepEqual(told, [[1, 'the store is away here']]);
});

test('no more troubles are told apart than there is room for', () => {
  let told = 0;
  const say = seldom(
    () => (told += 1),
    () => 0,
  );
  for (let i = 0; i < 150; i++) say(`trouble ${i}`);
  assert.equal(told, 150);
  say('trouble 149');
  assert.equal(told, 150);
  say('trouble 0');
  assert.equal(told, 151);
});
