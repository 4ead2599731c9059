import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Inbox } from '../../../bot/channels/inbox.ts';
import { silentLogger } from '../../../bot/log.ts';
import { openSqliteBotStore } from '../../../bot/store/sqlite-store.ts';
import { botClock } from '../../support/teams.ts';

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 300; turn++) await new Promise(setImmediate);
};

test('who floods is passed on at the pace of any customer, loses nothing and keeps nobody else waiting', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const clock = botClock(1_000);
  const store = openSqliteBotStore(folder, () => clock.now());
  const passed: string[] = [];
  const inbox = new Inbox({
    store,
    clock,
    log: silentLogger,
    pass: async ({ what }) => passed.push(what.id) > 0,
  });
  const place = { channel: 'webchat', serviceUrl: '', conversation: 'w', tenant: '', bot: 'b', user: 'u' };
  const heard = (from: string, id: string) => ({
    from,
    place: { ...place, isPersonal: true },
    locale: null,
    name: '',
    person: null,
    at: clock.now(),
    what: { is: 'text' as const, id, text: 'x' },
  });
  const flood = Array.from({ length: 45 }, (_, i) => `flood ${i}`);
  await inbox.put(flood.map((id) => heard('one', id)));
  await inbox.put([heard('other', 'hello')]);
  await turns();
  assert.equal(passed.filter((id) => id.startsWith('flood')).length, 30);
  assert.ok(passed.includes('hello'));
  for (let second = 0; second < 3; second++) {
    for (let step = 0; step < 5; step++) {
      clock.pass(200);
      await turns();
    }
    assert.equal(passed.length, Math.min(46, 31 + 5 * (second + 1)));
  }
  assert.deepEqual(
    passed.filter((id) => id.startsWith('flood')),
    flood,
  );
  assert.deepEqual(await store.all('inbox'), []);
  await inbox.close();
  await store.close();
  await rm(folder, { recursive: true });
});
