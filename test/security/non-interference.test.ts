import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scheduleOf } from './support/course.ts';
import { openHouse, storeNames } from './support/house.ts';
import { Rehearsal, WHISPER } from './support/rehearsal.ts';

// `npm run test:privacy` plays thousands; SEED names the first of them, so that one that failed can be played alone.
const count = Number(process.env['SCHEDULES'] ?? 8);
const first = Number(process.env['SEED'] ?? 1);

for (const store of storeNames)
  test(`[P2] whatever staff do aside, a customer is sent the same bytes, over ${count} seeded schedules on ${store}`, async (t) => {
    const [quiet, watched] = [await openHouse({ store }), await openHouse({ store })];
    t.after(() => Promise.all([quiet.close(), watched.close()]));
    const [without, withThem] = [new Rehearsal(quiet), new Rehearsal(watched)];
    let frames = 0;
    for (let seed = first; seed < first + count; seed++) {
      const schedule = scheduleOf(seed);
      const expected = await without.play(schedule, false);
      const heard = await withThem.play(schedule, true);
      const told = JSON.stringify(schedule);
      for (const frame of heard) assert.ok(!frame.includes(WHISPER), `seed ${seed}: ${frame}\n${told}`);
      const at = heard.findIndex((frame, index) => frame !== expected[index]);
      assert.equal(heard[at], expected[at], `seed ${seed}, frame ${at}: ${told}`);
      assert.equal(heard.length, expected.length, `seed ${seed}: ${told}`);
      assert.ok(heard.length >= 3, `seed ${seed}: the customer heard something`);
      frames += heard.length;
    }
    t.diagnostic(`${count} schedules from seed ${first} on ${store}: ${frames} frames, each the same`);
  });
