import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FloorQuery } from '../../../core/protocol/floor.ts';
import { floorViews, sortColumns } from '../../../core/protocol/words.ts';
import type { FloorAnswer } from '../../../core/floor/index.ts';
import { queryFloor } from '../../../core/floor/index.ts';
import { foldText } from '../../../core/floor/fold-text.ts';
import { conversation, engagedBy, NOW, world, type World } from '../../support/world.ts';

const everything: FloorQuery = {
  view: 'all',
  queues: [],
  agents: [],
  channels: [],
  sentiments: [],
  text: '',
  sort: 'attention',
  descending: true,
  offset: 0,
  limit: 200,
};
const ask = (w: World, query: Partial<FloorQuery> = {}, actor = 'ines'): FloorAnswer =>
  queryFloor(w.floor, w.actor(actor), { ...everything, ...query }, NOW);

test('[F2] each view has its conversations, and its count is their number', () => {
  const w = world();
  const { counts } = ask(w);
  for (const view of floorViews) assert.equal(ask(w, { view }).total, counts[view], view);
  assert.deepEqual([counts.all, counts.open, counts.active, counts.waiting, counts['wrap-up']], [10, 3, 5, 1, 1]);
});

test('[F2] scope filters before counts and previews', () => {
  const { total, counts, rows } = ask(world(), {}, 'jonas');
  assert.equal(total, 5);
  assert.deepEqual([counts.all, counts.open, counts.waiting], [5, 1, 0]);
  assert.ok(rows.every((row) => row.queue.id === 'billing'));
  assert.equal(ask(world(), { text: 'c-whatsapp' }, 'jonas').counts.all, 0);
});

test('[F2] needs attention holds those with a reason', () => {
  const { rows } = ask(world(), { view: 'attention' });
  assert.ok(rows.length > 0 && rows.every(({ reasons }) => reasons.length > 0));
});

test('[F2] mine are those of the person who asks', () => {
  const w = world();
  w.edit('conversation', 'c-engaged', { consultants: [{ id: 'ines', since: NOW }] });
  assert.deepEqual(ask(w, { view: 'mine' }).order, ['c-engaged']);
});

test('[F2] filters by queue, agent, channel and sentiment hold together', () => {
  const w = world();
  assert.deepEqual(ask(w, { queues: ['cases', 'phones'], sort: 'queue', descending: false }).order, [
    'c-record',
    'c-voice',
  ]);
  assert.deepEqual(new Set(ask(w, { agents: ['kofi'] }).order), new Set(['c-pending']));
  assert.deepEqual(ask(w, { channels: ['whatsapp'], agents: ['ben'] }).order, ['c-waiting']);
  w.edit('conversation', 'c-open', { sentiment: { scores: [null], armed: true } });
  assert.deepEqual(ask(w, { sentiments: [0] }).order, ['c-open']);
  assert.equal(ask(w, { sentiments: [4] }).total, 9);
});

test('[F2] text is found in subject and customer, whatever its case and accents, and not across the two', () => {
  const w = world();
  w.edit('conversation', 'c-open', { subject: 'Fälschliche Gebühr', customer: { name: 'Łukasz Jørgensen' } });
  for (const text of ['gebuhr', 'FÄLSCHLICHE', 'lukasz', 'Jorgensen', ' gebühr '])
    assert.deepEqual(ask(w, { text }).order, ['c-open'], text);
  assert.equal(ask(w, { text: 'gebuhr lukasz' }).total, 0);
  assert.equal(foldText('Straße'), 'strasse');
});

test('[F2] sorting on every column is complete and has the same order twice', () => {
  const w = world();
  for (const sort of sortColumns)
    for (const descending of [true, false]) {
      const { order } = ask(w, { sort, descending });
      assert.deepEqual(ask(w, { sort, descending }).order, order);
      assert.equal(new Set(order).size, 10);
    }
  assert.equal(ask(w, { sort: 'customer', descending: false }).order[0], 'c-bot');
  assert.equal(ask(w, { sort: 'customer', descending: true }).order[0], 'c-wrap-up');
});

test('[F2] rows with nothing in the column come last, up or down', () => {
  const w = world();
  for (const id of ['c-bot', 'c-pending']) {
    const { reply } = w.conversation(id);
    w.edit('conversation', id, { reply: { ...reply, unansweredSince: NOW - 1_000 } });
  }
  for (const descending of [true, false]) {
    const waits = ask(w, { sort: 'wait', descending }).rows.map(({ waitSince }) => waitSince !== null);
    assert.deepEqual(waits, [...Array<boolean>(5).fill(true), ...Array<boolean>(5).fill(false)]);
  }
});

test('[F3] who needs attention most comes first', () => {
  const w = world();
  for (const id of w.floor.workstreams.keys()) w.edit('workstream', id, { targets: {} });
  w.edit('conversation', 'c-waiting', { transfers: 2 });
  w.edit('agent', 'ana', { connections: {}, unreachableSince: NOW });
  const { order } = ask(w);
  assert.deepEqual(order.slice(0, 4), ['c-engaged', 'c-pending', 'c-voice', 'c-waiting']);
});

test('[F2] the windows of any size partition the view, whatever the order', () => {
  const item = fc.record({
    open: fc.boolean(),
    queue: fc.constantFrom('billing', 'delivery'),
    wait: fc.nat({ max: 5 }),
    name: fc.constantFrom('Ana', 'ana', 'Ána', 'Bo'),
    transfers: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 40 }),
      fc.constantFrom(...sortColumns),
      fc.boolean(),
      fc.integer({ min: 1, max: 15 }),
      (items, sort, descending, limit) => {
        const w = world();
        for (const [at, { open, queue, wait, name, transfers }] of items.entries())
          w.put(
            conversation(`x-${at}`, 'live-chat', queue, open ? { state: 'open' } : engagedBy('ana'), {
              queuedAt: NOW - wait * 60_000,
              customer: { name },
              transfers,
            }),
          );
        const whole = ask(w, { sort, descending });
        const pages: string[] = [];
        for (let offset = 0; offset < whole.total; offset += limit)
          pages.push(...ask(w, { sort, descending, offset, limit }).order);
        assert.deepEqual(pages, whole.order);
        assert.deepEqual(new Set(pages), new Set(w.floor.conversations.keys()));
      },
    ),
    { numRuns: 60 },
  );
});

test('[F2] only the window is built: past the end there is nothing, and the total stays', () => {
  const { total, rows, order } = ask(world(), { offset: 50, limit: 10 });
  assert.deepEqual([total, rows, order], [10, [], []]);
  assert.equal(ask(world(), { limit: 3 }).rows.length, 3);
});
