import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoised } from '../../../server/live/memoised.ts';

test('one is made for each id, and what failed is made again', async () => {
  let calls = 0;
  const { of, known, all } = memoised(async (id: string) => {
    calls += 1;
    if (calls === 1) throw new Error('not yet');
    return { id };
  });
  await assert.rejects(of('a'));
  const [one, same] = await Promise.all([of('a'), of('a')]);
  assert.equal(one, same);
  assert.equal(known('a'), one);
  assert.deepEqual(all(), [one]);
});

test('what nobody used for a minute is ended and made anew; what is in use stays', async () => {
  let now = 0;
  const ended: string[] = [];
  const busy = new Set(['b']);
  const { of, all, dropIdle } = memoised(
    async (id: string) => ({ id }),
    () => now,
  );
  const sweep = () =>
    dropIdle(
      ({ id }) => busy.has(id),
      ({ id }) => ended.push(id),
    );
  const first = await of('a');
  await of('b');
  now = 60_000;
  sweep();
  assert.deepEqual(ended, []);
  now = 60_001;
  sweep();
  assert.deepEqual(ended, ['a']);
  busy.clear();
  sweep();
  assert.deepEqual(
    all().map(({ id }) => id),
    ['b'],
    'it was in use a moment ago',
  );
  assert.notEqual(await of('a'), first);
});
