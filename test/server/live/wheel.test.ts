import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steppedClock } from '../../../server/clock.ts';
import type { Clock } from '../../../server/engine/engine.ts';
import { Wheel } from '../../../server/live/wheel.ts';

test('[X1] what is due is called once, in order, never early, and not when cancelled', () => {
  const clock = steppedClock(1_000);
  const wheel = new Wheel(clock);
  const calls: string[] = [];
  wheel.after(300, () => calls.push('late'));
  wheel.after(100, () => calls.push('early'));
  wheel.after(100, () => calls.push('never'))();
  clock.step(99);
  assert.deepEqual(calls, []);
  clock.step(51);
  assert.deepEqual(calls, ['early']);
  clock.step(10_000);
  assert.deepEqual(calls, ['early', 'late']);
});

test('[X1] what repeats does so without drift until it is cancelled, also from within', () => {
  const clock = steppedClock(0);
  const wheel = new Wheel(clock);
  const times: number[] = [];
  const cancel = wheel.every(1_000, () => {
    times.push(clock.now());
    if (times.length === 3) cancel();
  });
  for (let i = 0; i < 100; i++) clock.step(70);
  assert.deepEqual(times, [1_000, 2_000, 3_000]);
});

test('a thousand heartbeats take one timer of the clock', () => {
  const clock = steppedClock(0);
  let timers = 0;
  const counting: Clock = {
    now: () => clock.now(),
    at: (at, call) => {
      timers += 1;
      const cancel = clock.at(at, () => {
        timers -= 1;
        call();
      });
      return () => {
        timers -= 1;
        cancel();
      };
    },
  };
  const wheel = new Wheel(counting);
  let beats = 0;
  for (let i = 0; i < 1_000; i++) wheel.every(10_000, () => (beats += 1));
  assert.equal(timers, 1);
  clock.step(20_000);
  assert.equal(beats, 2_000);
  assert.equal(timers, 1);
  wheel.stop();
  clock.step(60_000);
  assert.equal(beats, 2_000);
});

test('[X1] what is called sets the next of its own; what waited before it is not kept waiting', () => {
  const clock = steppedClock(0);
  const wheel = new Wheel(clock);
  const calls: string[] = [];
  wheel.every(1_000, () => calls.push('beat'));
  clock.step(900);
  wheel.after(250, () => calls.push(`rows at ${clock.now()}`));
  clock.step(100);
  clock.step(200);
  assert.deepEqual(calls, ['beat', 'rows at 1150']);
});
