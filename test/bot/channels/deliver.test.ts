import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Deliver } from '../../../bot/channels/deliver.ts';
import { CustomerLinks } from '../../../bot/channels/links.ts';
import type { Delivery, Page } from '../../../bot/channels/public-client.ts';
import { silentLogger } from '../../../bot/log.ts';
import { Outbox } from '../../../bot/outbox/outbox.ts';
import { openSqliteBotStore } from '../../../bot/store/sqlite-store.ts';
import { botClock, recordingTransport, textOf } from '../../support/teams.ts';

const place = {
  channel: 'webchat',
  serviceUrl: 'http://127.0.0.1:9/',
  conversation: 'w1',
  tenant: '',
  bot: 'b',
  user: 'u',
  isPersonal: true,
};
const line = (conversation: string, offset: number, previous: string | null = null): Delivery => ({
  id: `${conversation}~${offset}`,
  conversation,
  previous,
  entry: {
    type: 'message',
    offset,
    id: `${conversation}-${offset}`,
    at: 1,
    from: { kind: 'bot', name: '' },
    text: `${conversation} line ${offset}`,
  },
});

async function follow(
  t: TestContext,
  pages: readonly Page[],
  all: readonly Delivery[] = [],
  meanwhile: (links: CustomerLinks) => Promise<void> = async () => {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const clock = botClock(1_000);
  const store = openSqliteBotStore(folder, () => clock.now());
  const { transport, shown } = recordingTransport();
  const outbox = new Outbox({
    store,
    transport: () => Promise.resolve(transport),
    clock,
    log: silentLogger,
    random: () => 0.5,
  });
  const links = new CustomerLinks(store);
  await links.save({ key: 'webchat w1', conversation: 'c1', place, locale: null, at: 1_000, upTo: 0 });
  await store.write([{ kind: 'place', key: 'outbox', value: 'p0' }]);
  const asked: (string | null)[] = [];
  const { promise: isDone, resolve: done } = Promise.withResolvers<void>();
  const client = {
    deliveries: async (_workstreams: readonly string[], after: string | null) => {
      asked.push(after);
      const value = pages[asked.length - 1];
      if (value) return { ok: true as const, value };
      done();
      return { ok: false as const, refusal: { refusal: 'busy' as const, detail: '' } };
    },
    everything: async () => {
      await meanwhile(links);
      return { ok: true as const, value: all };
    },
  };
  const routes = new Map([['webchat', { workstream: 'live-chat' }]]);
  const deliver = new Deliver({ routes, links, client, outbox, store, clock, log: silentLogger });
  t.after(async () => {
    await deliver.close();
    await outbox.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  deliver.open();
  await isDone;
  for (let turn = 0; turn < 200; turn++) {
    await new Promise(setImmediate);
    clock.pass(1_000);
  }
  return { read: shown.map(({ activity }) => textOf(activity)), asked, links };
}

test('[P4] a page that comes again, as after a crash before its place was stored, is shown once', async (t) => {
  const page = { items: [line('c1', 1), line('c1', 2)], next: 'p1', stale: false, words: {} };
  const more = { items: [line('c1', 2), line('c1', 3)], next: 'p2', stale: false, words: {} };
  const { read, asked } = await follow(t, [page, page, more]);
  assert.deepEqual(read, ['c1 line 1', 'c1 line 2', 'c1 line 3']);
  assert.deepEqual(asked.slice(0, 4), ['p0', 'p1', 'p1', 'p2']);
});

test('what the feed does not keep any more is read from the conversation, and nothing of it is shown twice', async (t) => {
  const first = { items: [line('c1', 1)], next: 'p1', stale: false, words: {} };
  const stale = { items: [], next: 'p9', stale: true, words: {} };
  const { read, asked } = await follow(t, [first, stale], [line('c1', 1), line('c1', 2), line('c1', 3)]);
  assert.deepEqual(read, ['c1 line 1', 'c1 line 2', 'c1 line 3']);
  assert.equal(asked[2], 'p9');
});

test('[C1] a conversation that goes on from theirs is theirs before anybody said so; one of somebody else’s is not', async (t) => {
  const page = {
    items: [line('c1', 5), line('c2', 1, 'c1'), line('x', 1), line('y', 1, 'x')],
    next: 'p1',
    stale: false,
    words: {},
  };
  const { read, links } = await follow(t, [page]);
  assert.deepEqual(read, ['c1 line 5', 'c2 line 1']);
  assert.equal(links.of('webchat w1')?.conversation, 'c2');
});

test('[C1] a customer who goes on elsewhere while everything is read again stays there', async (t) => {
  const stale = { items: [], next: 'p1', stale: true, words: {} };
  const later = { items: [line('c2', 1)], next: 'p2', stale: false, words: {} };
  const moved = { key: 'webchat w1', conversation: 'c2', place, locale: 'de', at: 2_000, upTo: 0 };
  const { read, links } = await follow(t, [stale, later], [line('c1', 9)], (known) => known.save(moved));
  assert.deepEqual(links.of('webchat w1'), { ...moved, upTo: 1 });
  assert.deepEqual(read, ['c2 line 1']);
});
