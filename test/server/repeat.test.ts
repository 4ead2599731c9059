import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steppedClock } from '../../server/clock.ts';
import { repeat } from '../../server/repeat.ts';

const turn = (): Promise<void> => new Promise((next) => void setImmediate(next));

test('[X1] a round comes each time it is due, and one that fails is tried again', async () => {
  const clock = steppedClock(0);
  const failures: unknown[] = [];
  let rounds = 0;
  const work = repeat(
    clock,
    1_000,
    () => (++rounds === 1 ? Promise.reject(new Error('away')) : Promise.resolve()),
    (error) => failures.push(error),
  );
  for (let i = 0; i < 3; i++) {
    clock.step(1_000);
    await turn();
  }
  assert.deepEqual([rounds, failures.length], [3, 1]);
  await work.close();
  clock.step(5_000);
  assert.equal(rounds, 3);
});

test('who closes waits for the round under way, and gets a last one where it was asked for', async () => {
  const clock = steppedClock(0);
  const rounds: (() => void)[] = [];
  const work = repeat(
    clock,
    1_000,
    () => new Promise<void>((done) => rounds.push(done)),
    () => assert.fail(),
    { last: true },
  );
  clock.step(1_000);
  let isClosed = false;
  const closed = work.close().then(() => (isClosed = true));
  await turn();
  assert.deepEqual([rounds.length, isClosed], [1, false]);
  rounds[0]?.();
  await turn();
  assert.deepEqual([rounds.length, isClosed], [2, false]);
  rounds[1]?.();
  await closed;
});

test('who cancels begins nothing more, also after a round that never came to its end in time', async () => {
  const clock = steppedClock(0);
  const rounds: (() => void)[] = [];
  const work = repeat(
    clock,
    1_000,
    () => new Promise<void>((done) => rounds.push(done)),
    () => assert.fail(),
    { last: true },
  );
  clock.step(1_000);
  work.cancel();
  rounds[0]?.();
  await turn();
  clock.step(60_000);
  assert.equal(rounds.length, 1);
});
