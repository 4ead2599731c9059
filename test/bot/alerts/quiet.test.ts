import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuiet } from '../../../bot/alerts/quiet.ts';

const at = (hour: number): number => Date.UTC(2026, 0, 15, hour, 30);

test('quiet hours may reach over midnight and are those of the reader’s zone', () => {
  const night = { from: 22, to: 7 };
  assert.deepEqual(
    [21, 22, 23, 0, 6, 7].map((hour) => isQuiet(night, at(hour), null)),
    [false, true, true, true, true, false],
  );
  assert.equal(isQuiet(night, at(21), 'Europe/Oslo'), true);
  assert.equal(isQuiet(night, at(21), 'No/Such'), false);
  assert.deepEqual(
    [8, 9, 17].map((hour) => isQuiet({ from: 9, to: 17 }, at(hour), 'UTC')),
    [false, true, false],
  );
  assert.equal(isQuiet(null, at(3), null), false);
});
