import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { silentLogger } from '../../../bot/log.ts';
import { Outbox } from '../../../bot/outbox/outbox.ts';
import { openSqliteBotStore } from '../../../bot/store/sqlite-store.ts';
import type { Place } from '../../../bot/transport/activity.ts';
import type { Sent } from '../../../bot/transport/transport.ts';
import { botClock, recordingTransport, textOf, type BotClock, type Script } from '../../support/teams.ts';

const place: Place = {
  channel: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  conversation: 'a:1',
  tenant: 't',
  bot: '28:b',
  user: '29:u',
  isPersonal: true,
};
const unknown: Sent = { how: 'unknown' };
const refused = (status: number, retryAfterMs: number | null = null): Sent => ({
  how: 'refused',
  status,
  code: '',
  retryAfterMs,
});
const card = (text: string) => ({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] });

async function setUp(t: TestContext, script: Script = []) {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-outbox-'));
  const clock = botClock(1_800_000_000_000);
  const service = recordingTransport(script);
  const open = async () => {
    const store = openSqliteBotStore(folder, () => clock.now());
    const outbox = new Outbox({
      store,
      transport: () => Promise.resolve(service.transport),
      clock,
      log: silentLogger,
      random: () => 1,
    });
    await outbox.open();
    return { outbox, store };
  };
  t.after(() => rm(folder, { recursive: true, force: true }));
  return { ...(await open()), clock, open, shown: service.shown, transport: service.transport };
}
/** Lets time pass until nothing waits; the milliseconds that took. */
async function flush(outbox: Outbox, clock: BotClock): Promise<number> {
  const begun = clock.now();
  let isIdle = false;
  void outbox.idle().then(() => (isIdle = true));
  for (let turn = 0; turn < 100_000; turn++) {
    for (let i = 0; i < 4; i++) await new Promise(setImmediate);
    if (isIdle) return clock.now() - begun;
    clock.pass(100);
  }
  throw new Error('It never became idle.');
}
const linesOf = (shown: readonly { readonly activity: unknown }[]): string[] =>
  shown.flatMap(({ activity }) => textOf(activity).split('\n'));

test('lines go out in order, together where they wait for each other, one request at a time', async (t) => {
  const { outbox, clock, shown } = await setUp(t);
  for (let i = 1; i <= 200; i++) await outbox.lines(place, [`line ${i}`]);
  await flush(outbox, clock);
  assert.deepEqual(
    linesOf(shown),
    Array.from({ length: 200 }, (_, i) => `line ${i + 1}`),
  );
  assert.ok(shown.length < 20, `${shown.length} requests`);
});

test('within the documented limits: at most 7 in a second, 8 in two, 60 in thirty', async (t) => {
  const { outbox, clock, transport } = await setUp(t);
  const at: number[] = [];
  const { post } = transport;
  transport.post = (...args) => {
    at.push(clock.now());
    return post(...args);
  };
  for (let i = 0; i < 80; i++) await outbox.card(place, card(`${i}`), `${i}`);
  await flush(outbox, clock);
  assert.equal(at.length, 80);
  for (const [most, ms] of [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
  ] as const)
    for (const [i, begun] of at.entries())
      assert.ok((at[i + most] ?? Infinity) - begun >= ms, `more than ${most} within ${ms} ms`);
});

test('Retry-After is obeyed and nothing is lost or shown twice', async (t) => {
  const { outbox, clock, shown } = await setUp(t, [refused(429, 30_000), refused(412)]);
  await outbox.lines(place, ['one']);
  assert.ok((await flush(outbox, clock)) >= 30_000);
  assert.deepEqual(linesOf(shown), ['one', 'one', 'one']);
  assert.deepEqual(outbox.doubtOf(place), { count: 0, lines: [], entries: [] });
});

test('a line of which the result is unknown is never posted again; it is kept as doubtful', async (t) => {
  const { outbox, clock, shown } = await setUp(t, [unknown]);
  await outbox.lines(place, ['one']);
  await flush(outbox, clock);
  await outbox.lines(place, ['two']);
  await flush(outbox, clock);
  assert.deepEqual(linesOf(shown), ['one', 'two']);
  assert.deepEqual(outbox.doubtOf(place), { count: 1, lines: ['one'], entries: [] });
});

test('a crash between sending and its result repeats nothing and loses nothing', async (t) => {
  const { outbox, store, clock, open, shown, transport } = await setUp(t);
  const { post } = transport;
  const asked = Promise.withResolvers<void>();
  // It reaches the service, and the process ends before the answer.
  transport.post = (...args) => {
    void post(...args);
    asked.resolve();
    return new Promise(() => {});
  };
  await outbox.lines(place, ['sent, answer lost']);
  await asked.promise;
  await outbox.lines(place, ['still waiting']);
  await store.close();
  transport.post = post;
  const again = await open();
  await flush(again.outbox, clock);
  assert.deepEqual(linesOf(shown), ['sent, answer lost', 'still waiting']);
  assert.deepEqual(again.outbox.doubtOf(place).lines, ['sent, answer lost']);
  assert.deepEqual(await again.store.all('outbox'), []);
  await again.store.close();
});

test('a card in place is posted once, then edited, at most every 5 s, with its latest state only', async (t) => {
  const { outbox, clock, shown } = await setUp(t);
  await outbox.show(place, 'status', card('0'));
  await flush(outbox, clock);
  for (let i = 1; i <= 50; i++) await outbox.show(place, 'status', card(`${i}`));
  assert.ok((await flush(outbox, clock)) >= 4_900);
  assert.deepEqual(
    shown.map(({ how, id, activity }) => [how, id, textOf(activity)]),
    [
      ['post', 'a1', '0'],
      ['edit', 'a1', '50'],
    ],
  );
});

test('an edit of which nothing is known is simply made again, and a card that is gone becomes a new message', async (t) => {
  const { outbox, clock, shown } = await setUp(t, ['sent', unknown, 'sent', refused(404), 'sent']);
  await outbox.show(place, 'status', card('a'));
  await flush(outbox, clock);
  await outbox.show(place, 'status', card('b'));
  await flush(outbox, clock);
  await outbox.show(place, 'status', card('c'));
  await flush(outbox, clock);
  assert.deepEqual(
    shown.map(({ how }) => how),
    ['post', 'edit', 'edit', 'edit', 'post'],
  );
});

test('a supervisor who blocked the bot is told of, and what is said for others goes on', async (t) => {
  const { outbox, clock, shown } = await setUp(t, [refused(403)]);
  const gone: Place[] = [];
  outbox.onGone((where) => gone.push(where));
  await outbox.lines(place, ['one']);
  await outbox.lines({ ...place, conversation: 'a:2' }, ['two']);
  await flush(outbox, clock);
  assert.deepEqual(gone, [place]);
  assert.deepEqual(linesOf(shown), ['one', 'two']);
});

test('a message holds at most 20,000 characters', async (t) => {
  const { outbox, clock, shown } = await setUp(t);
  await outbox.lines(
    place,
    Array.from({ length: 12 }, () => 'x'.repeat(7_900)),
  );
  await flush(outbox, clock);
  for (const { activity } of shown) assert.ok(textOf(activity).length <= 20_000);
});
