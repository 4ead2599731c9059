import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DAY_MS } from '@floorwalk/core';
import { Outbox } from '../../../bot/outbox/outbox.ts';
import { openSqliteBotStore } from '../../../bot/store/sqlite-store.ts';
import type { Place } from '../../../bot/transport/activity.ts';
import { botClock, recordingTransport } from '../../support/teams.ts';

const place = (conversation: string): Place => ({
  channel: 'sms',
  serviceUrl: 'http://127.0.0.1:9/',
  conversation,
  tenant: '',
  bot: 'b',
  user: 'u',
  isPersonal: true,
});

async function open(refused = false) {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-outbox-'));
  const clock = botClock(1_800_000_000_000);
  const store = openSqliteBotStore(folder, () => clock.now());
  const { transport } = recordingTransport(
    refused ? [{ how: 'refused', status: 403, code: 'Forbidden', retryAfterMs: null }] : [],
  );
  const logged: string[] = [];
  const log = { info: () => {}, warn: (data: object) => void logged.push(JSON.stringify(data)), error: () => {} };
  const outbox = new Outbox({ store, transport: () => Promise.resolve(transport), clock, log, random: () => 1 });
  await outbox.open();
  const done = async (): Promise<void> => {
    let isIdle = false;
    void outbox.idle().then(() => (isIdle = true));
    for (let turn = 0; turn < 1_000 && !isIdle; turn++) {
      for (let i = 0; i < 4; i++) await new Promise(setImmediate);
      if (!isIdle) clock.pass(1_000);
    }
    await outbox.close();
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { outbox, clock, store, logged, done };
}

test('[P1] what is logged of a refused delivery names no customer: a channel may know them by their number', async () => {
  const { outbox, logged, done } = await open(true);
  await outbox.deliver(place('+491701234567'), [{ delivery: 'c~1', text: 'Hello.' }], []);
  await done();
  assert.equal(logged.length, 1);
  assert.match(logged.join(''), /"channel":"sms"/u);
  assert.doesNotMatch(logged.join(''), /4917|Hello/u);
});

test('cards and threads of a month ago are forgotten, newer ones are not', async () => {
  const { outbox, clock, store, done } = await open();
  await outbox.show(place('a'), 'old', { type: 'AdaptiveCard' });
  await outbox.idle();
  clock.pass(29 * DAY_MS);
  await outbox.show(place('b'), 'new', { type: 'AdaptiveCard' });
  await outbox.idle();
  await store.write([{ kind: 'thread', key: 'old', value: { conversation: 't', at: clock.now() - 29 * DAY_MS } }]);
  await outbox.prune();
  assert.equal((await store.all('slot')).length, 2);
  clock.pass(2 * DAY_MS);
  await outbox.prune();
  assert.deepEqual(
    (await store.all('slot')).map(([key]) => key),
    ['new'],
  );
  assert.deepEqual(await store.all('thread'), []);
  await done();
});
