import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SortedList } from '../../../core/floor/sorted-list.ts';

const byNumber = (a: number, b: number): number => a - b;

test('a sorted list is what sorting a plain one gives, through any adds and removals', () => {
  const step = fc.record({ add: fc.boolean(), item: fc.integer({ min: 0, max: 60 }) });
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 })), fc.array(step, { maxLength: 200 }), (start, steps) => {
      const list = new SortedList(byNumber, start);
      const plain = new Set(start);
      for (const { add, item } of steps) {
        if (add && !plain.has(item)) list.add(item);
        if (add) plain.add(item);
        else assert.equal(list.delete(item), plain.delete(item));
        assert.equal(list.size, plain.size);
        assert.equal(list.first, [...plain].toSorted(byNumber)[0]);
      }
      const sorted = [...plain].toSorted(byNumber);
      assert.deepEqual(list.slice(0, 100), sorted);
      assert.deepEqual(list.slice(7, 5), sorted.slice(7, 12));
    }),
  );
});

test('windows of a list of many pieces are those of the whole', () => {
  const list = new SortedList(byNumber);
  const plain: number[] = [];
  for (let i = 0; i < 5_000; i++) {
    const item = (i * 7_919) % 5_003;
    list.add(item);
    plain.push(item);
  }
  for (let i = 0; i < 5_000; i += 3) list.delete((i * 7_919) % 5_003);
  const sorted = plain.filter((_, i) => i % 3 !== 0).toSorted(byNumber);
  assert.equal(list.size, sorted.length);
  for (const offset of [0, 1, 511, 512, 513, 1_700, 3_300, 4_000])
    assert.deepEqual(list.slice(offset, 40), sorted.slice(offset, offset + 40));
});

test('a place is how many come before, and what comes after is the rest, in lists of one piece and of many', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 }),
      fc.integer({ min: -1, max: 5_001 }),
      fc.boolean(),
      (items, item, isLong) => {
        const all = isLong ? [...items, ...Array.from({ length: 2_000 }, (_, i) => 6_000 + i)] : items;
        const list = new SortedList(byNumber, all);
        assert.equal(list.placeOf(item), all.filter((one) => one < item).length);
        assert.deepEqual([...list.after(item)], all.filter((one) => one > item).toSorted(byNumber));
        assert.equal([...list.after(undefined)].length, all.length);
      },
    ),
  );
});
