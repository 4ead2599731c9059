import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE_MS } from '../../../core/index.ts';
import { FloorIndex, queryFloor, reasonsOf } from '../../../core/floor/index.ts';
import { reasonsChangeAt } from '../../../core/floor/reasons.ts';
import { floorViews, sortColumns } from '../../../core/protocol/words.ts';
import { floorQuery, parse } from '../../../core/protocol/index.ts';
import { NOW, world } from '../../support/world.ts';

const everything = (() => {
  const parsed = parse(floorQuery, {});
  assert.ok(parsed.ok);
  return parsed.value;
})();

test('[F3] between two of the moments that are named no reason changes, and at each of them one does', () => {
  const { floor } = world();
  let moments = 0;
  for (const c of floor.conversations.values()) {
    const says = (at: number): string => JSON.stringify(reasonsOf(floor, c, at));
    for (let at: number | null = NOW - 5 * MINUTE_MS; at !== null && at < NOW + 60 * MINUTE_MS;) {
      const next = reasonsChangeAt(floor, c, at);
      const end = next ?? at + 60 * MINUTE_MS;
      for (const between of [at + 1, Math.floor((at + end) / 2), end - 1])
        if (between > at && between < end) assert.equal(says(between), says(at), `${c.id} at ${between - NOW}`);
      moments += next === null ? 0 : 1;
      at = next;
    }
  }
  assert.ok(moments > 10, `${moments} moments`);
});

test('[R2] who takes part outside their scope sees more than it, so nobody shares their view', () => {
  const w = world();
  const index = new FloorIndex(w.floor, NOW);
  const jonas = w.actor('jonas');
  const lens = index.lens(jonas, everything, NOW);
  assert.ok(lens?.answer(0, 50, NOW));
  w.put({ ...w.conversation('c-pending'), consultants: [{ id: 'jonas', since: NOW }] });
  index.changed({ changes: [{ of: 'conversation', id: 'c-pending', version: 9, events: [] }] }, NOW);
  assert.equal(lens?.answer(0, 50, NOW), null);
  assert.equal(index.keyOf(jonas, everything), null);
  assert.notEqual(index.keyOf(w.actor('ines'), everything), null);
});

test('[R2] only supervisors have a view that is kept, and the view of their own is theirs alone', () => {
  const w = world();
  w.edit('person', 'jonas', { scope: 'all' });
  const index = new FloorIndex(w.floor, NOW);
  for (const id of ['ana', 'ada', 'integration:crm', 'customer:c-open'])
    assert.equal(index.keyOf(w.actor(id), everything), null);
  const keyOf = (id: string, view: 'all' | 'mine') => index.keyOf(w.actor(id), { ...everything, view });
  assert.equal(keyOf('ines', 'all'), keyOf('jonas', 'all'));
  assert.notEqual(keyOf('ines', 'mine'), keyOf('jonas', 'mine'));
});

test('[F2] what a kept view shows is what looking at every conversation gives, the view of their own included', () => {
  const w = world();
  for (const id of ['c-open', 'c-engaged', 'c-waiting'])
    w.put({ ...w.conversation(id), consultants: [{ id: 'ines', since: NOW }] });
  const index = new FloorIndex(w.floor, NOW);
  for (const view of floorViews)
    for (const sort of sortColumns)
      for (const descending of [true, false]) {
        const query = { ...everything, view, sort, descending, offset: 1, limit: 3 };
        const asked = queryFloor(w.floor, w.actor('ines'), query, NOW);
        const kept = index.lens(w.actor('ines'), query, NOW)?.answer(1, 3, NOW);
        assert.deepEqual(
          [kept?.total, kept?.counts, kept?.window.map(({ id }) => id)],
          [asked.total, asked.counts, asked.order],
          `${view} by ${sort}`,
        );
      }
});

test('[K2] whatever changes what an agent holds touches the rows of all that they hold', () => {
  const w = world();
  const index = new FloorIndex(w.floor, NOW);
  const change = (id: string): void =>
    index.changed({ changes: [{ of: 'conversation', id, version: 9, events: [] }] }, NOW);
  const stamps = (): number => index.stampOf('c-voice');
  const engaged = w.conversation('c-engaged');
  const first = stamps();
  w.put({ ...w.conversation('c-open'), id: 'c-engaged' });
  change('c-engaged');
  const released = stamps();
  assert.notEqual(released, first);
  w.put(engaged);
  change('c-engaged');
  assert.notEqual(stamps(), released);
});
