import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steppedClock } from '../../server/clock.ts';
import { silentLogger } from '../../server/log.ts';
import { startUpkeep } from '../../server/upkeep.ts';
import { startEngine } from '../support/engine.ts';

const HOUR_MS = 3_600_000;
const turn = (): Promise<void> => new Promise((next) => void setImmediate(next));

test('[R6] files are cleaned in the quiet hour of the server, and what is older than a day at any', async () => {
  const on = await startEngine();
  const { store } = on;
  const noon = new Date(2026, 0, 10, 12).getTime();
  const clock = steppedClock(noon);
  const cleaned: { readonly hour: number; readonly before: number | undefined }[] = [];
  const watched: typeof store = new Proxy(store, {
    get: (target, name) =>
      name === 'clean'
        ? async (before?: number) => void cleaned.push({ hour: new Date(clock.now()).getHours(), before })
        : (Reflect.get(target, name, target) as () => unknown).bind(target),
  });
  const upkeep = startUpkeep({ store: watched, machine: clock, clock, log: silentLogger, keepMs: HOUR_MS });
  while (cleaned.length < 24) {
    clock.step(HOUR_MS);
    for (const seen = cleaned.length; cleaned.length === seen;) await turn();
  }
  await upkeep.close();
  await on.close();
  const whole = cleaned.filter(({ before }) => before === undefined);
  assert.deepEqual(whole, [{ hour: 3, before: undefined }]);
  const [first] = cleaned;
  assert.deepEqual(first, { hour: 13, before: noon + HOUR_MS - 24 * HOUR_MS });
});
