import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steadyClock, steppedClock, systemClock } from '../../server/clock.ts';

test('[X1] a stepped clock makes each call at its own instant, in order, and no sooner', () => {
  const clock = steppedClock(1_000);
  const calls: [string, number][] = [];
  const note = (name: string) => (): void => void calls.push([name, clock.now()]);
  clock.at(3_000, note('late'));
  clock.at(2_000, note('early'));
  const cancel = clock.at(2_500, note('never'));
  cancel();
  clock.step(999);
  assert.deepEqual(calls, []);
  clock.step(2_001);
  assert.deepEqual(calls, [
    ['early', 2_000],
    ['late', 3_000],
  ]);
  assert.equal(clock.now(), 4_000);
});

test('[X1] what a call sets is made in the same step if it falls due in it', () => {
  const clock = steppedClock(0);
  const calls: number[] = [];
  const again = (): void => {
    calls.push(clock.now());
    if (calls.length < 3) clock.at(clock.now() + 10, again);
  };
  clock.at(10, again);
  clock.step(100);
  assert.deepEqual(calls, [10, 20, 30]);
});

test('[X1] with a factor time runs that much faster from the start of the process', async () => {
  const clock = systemClock({ factor: 1_000 });
  const start = clock.now();
  await new Promise<void>((resolve) => void clock.at(start + 5_000, resolve));
  assert.ok(clock.now() - start >= 5_000);
});

test('[X1] a call that is due already is made soon, never from inside the caller, and can be cancelled', async () => {
  const clock = systemClock();
  let isMade = false;
  const cancel = clock.at(clock.now() - 1, () => (isMade = true));
  assert.equal(isMade, false);
  cancel();
  await new Promise<void>((resolve) => void clock.at(clock.now(), resolve));
  assert.equal(isMade, false);
});

test('whoever sets the machine’s time moves no wait, neither of its clock nor of the steady one', async (t) => {
  const hour = 3_600_000;
  t.mock.timers.enable({ apis: ['Date'], now: 100 * hour });
  const [clock, steady] = [systemClock(), steadyClock()];
  const order: string[] = [];
  const soon = (on: typeof clock, what: string) =>
    new Promise<void>((resolve) => {
      on.at(on.now() + 20, () => {
        order.push(what);
        resolve();
      });
    });
  t.after(clock.at(clock.now() + hour, () => order.push('too soon')));
  const before = steady.now();
  const waits = [soon(clock, 'clock'), soon(steady, 'steady')];
  t.mock.timers.setTime(99 * hour);
  await Promise.all(waits);
  t.mock.timers.setTime(102 * hour);
  await Promise.all([soon(clock, 'clock'), soon(steady, 'steady')]);
  assert.deepEqual(order.toSorted(), ['clock', 'clock', 'steady', 'steady']);
  assert.ok(steady.now() - before >= 40 && steady.now() - before < hour / 2);
});
