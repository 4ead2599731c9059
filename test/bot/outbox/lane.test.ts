import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLogger } from '../../../bot/log.ts';
import { tenantBucket } from '../../../bot/outbox/bucket.ts';
import { Lane } from '../../../bot/outbox/lane.ts';
import type { BotStore } from '../../../bot/store/store.ts';
import { botClock, recordingTransport } from '../../support/teams.ts';

const place = { channel: 'sms', serviceUrl: '', conversation: 'w', tenant: '', bot: 'b', user: 'u', isPersonal: true };

test('a conversation may be forgotten only when nothing waits and its limits are those of a new one', async () => {
  const clock = botClock(0);
  const { transport, shown } = recordingTransport([
    { how: 'refused', status: 429, code: '', retryAfterMs: 60 * 60_000 },
  ]);
  const lane = new Lane({
    store: { get: async () => undefined, write: async () => {} } as unknown as BotStore,
    transport: () => Promise.resolve(transport),
    clock,
    log: silentLogger,
    random: () => 1,
    tenantBucket: tenantBucket(0),
    gone: () => {},
    doubted: () => {},
    delivered: () => {},
  });
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  };
  clock.pass(10 * 60_000);
  assert.equal(lane.isAtRest, true, 'never used');
  lane.add([{ key: 'k', place, at: 0, state: 'waiting', what: { is: 'line', text: 'Hello.' } }]);
  await turns();
  clock.pass(30 * 60_000);
  assert.equal(lane.isAtRest, false, 'it waits for as long as the service said');
  clock.pass(31 * 60_000);
  await turns();
  assert.equal(shown.length, 2);
  assert.equal(lane.isAtRest, true);
  lane.add([{ key: 'l', place, at: 0, state: 'waiting', what: { is: 'line', text: 'More.' } }]);
  await turns();
  assert.equal(shown.length, 3);
  assert.equal(lane.isAtRest, false, 'just used');
});
