import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steadyClock } from '../../../server/clock.ts';
import { startLive } from './support/live.ts';

const HOUR_MS = 3_600_000;

test(
  'setting the machine’s time back or forward stops, slows and refuses no connection',
  { timeout: 30_000 },
  async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: 100 * HOUR_MS });
    const often = { heartbeatMs: 200, pongMs: 10_000 };
    const on = await startLive(t, { clock: steadyClock(), now: Date.now, limits: { staff: often, customer: often } });
    await on.open('c1', 'ana');
    const [agent, customer] = [await on.staff('ana'), await on.customer('c1')];
    for (const [i, hours] of [100, 99, 103].entries()) {
      t.mock.timers.setTime(hours * HOUR_MS);
      const seen = [agent, customer].map((client) => client.all('heartbeat').length);
      for (const id of [`a${i}`, `b${i}`]) {
        customer.send({ type: 'say', id, text: 'Are you there?' });
        await customer.type('accepted', id);
      }
      await Promise.all(
        [agent, customer].map((client, which) =>
          client.next(({ type }) => type === 'heartbeat' && client.all('heartbeat').length > (seen[which] ?? 0) + 1),
        ),
      );
    }
    assert.deepEqual(customer.all('refused'), []);
  },
);
