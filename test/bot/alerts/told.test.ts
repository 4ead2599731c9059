import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS } from '@floorwalk/core';
import type { FloorRow } from '@floorwalk/core/protocol';
import { Told } from '../../../bot/alerts/told.ts';
import type { BotStore, Change } from '../../../bot/store/store.ts';

const row = (id: string): FloorRow =>
  ({ id, reasons: [{ kind: 'waiting', params: { since: 5, target: 1 }, urgency: 60 }] }) as unknown as FloorRow;

test('[S3] what goes on for days is told once; what has not been heard of for a day is forgotten', async () => {
  const written: Change[] = [];
  const store = { all: async () => [], write: async (changes: readonly Change[]) => void written.push(...changes) };
  const told = new Told(store as unknown as BotStore);
  await told.open();
  const isTold = (id: string, now: number): boolean => told.fresh('ines', row(id), now).reasons.length === 1;
  assert.deepEqual([isTold('lasting', 0), isTold('short', 0)], [true, true]);
  for (let hour = 1; hour <= 72; hour++) {
    assert.equal(isTold('lasting', (hour * DAY_MS) / 24), false);
    await told.prune((hour * DAY_MS) / 24);
  }
  assert.deepEqual(
    written.map(({ key, value }) => [key, value]),
    [['ines short waiting 5', null]],
  );
});
