import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SharedCounts } from '../../../server/http/shared-counts.ts';

/** A Redis that holds back its answers; each call is how many requests it counted. */
function held() {
  const calls: number[] = [];
  const answers: (() => void)[] = [];
  let total = 0;
  const store = new SharedCounts('rate:', () => (command) => {
    const requests = Number(command[4]);
    calls.push(requests);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    answers.push(() => {
      total += requests;
      if (requests > 90) reject(new Error('away'));
      else resolve([total, 1_000]);
    });
    return promise;
  });
  return { store, calls, answers };
}

const hits = async (counted: readonly Promise<{ totalHits: number }>[]): Promise<number[]> =>
  (await Promise.all(counted)).map(({ totalHits }) => totalHits);

test('requests that come while a caller is being counted are counted together, each with its own place', async () => {
  const { store, calls, answers } = held();
  const first = store.increment('ana');
  const others = Array.from({ length: 5 }, () => store.increment('ana'));
  assert.deepEqual(calls, [1]);
  answers[0]?.();
  assert.deepEqual(await hits([first]), [1]);
  assert.deepEqual(calls, [1, 5]);
  answers[1]?.();
  assert.deepEqual(await hits(others), [2, 3, 4, 5, 6]);
  const last = store.increment('ana');
  answers[2]?.();
  assert.deepEqual(await hits([last]), [7]);
});

test('callers do not wait for each other', async () => {
  const { store, calls, answers } = held();
  const both = [store.increment('ana'), store.increment('ben')];
  assert.deepEqual(calls, [1, 1]);
  for (const answer of answers) answer();
  assert.deepEqual(await hits(both), [1, 2]);
});

test('a count that failed fails all who waited for it and nobody after', async () => {
  const { store, answers } = held();
  const first = store.increment('ana');
  const many = Array.from({ length: 100 }, () => store.increment('ana'));
  answers[0]?.();
  await first;
  answers[1]?.();
  assert.ok((await Promise.allSettled(many)).every(({ status }) => status === 'rejected'));
  const after = store.increment('ana');
  answers[2]?.();
  await after;
});
