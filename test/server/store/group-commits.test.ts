import assert from 'node:assert/strict';
import { it } from 'node:test';
import { groupCommits, StoreBusy } from '../../../server/store/group-commits.ts';
import type { Commit, CommitOutcome } from '../../../server/store/store.ts';
import { commitOf } from '../../contracts/store-fixture.ts';

/** A store that answers a group when it is told to, with each commit's name as its answer. */
function heldStore() {
  const groups: { tenant: string; names: string[]; answer: () => void; fail: (cause: Error) => void }[] = [];
  return {
    groups,
    commit(tenant: string, commits: readonly Commit[]): Promise<readonly CommitOutcome[]> {
      const { promise, resolve, reject } = Promise.withResolvers<readonly CommitOutcome[]>();
      const names = commits.map(({ commandId }) => commandId);
      const answer = () => resolve(names.map((name) => ({ outcome: 'repeated', answer: name })));
      groups.push({ tenant, names, answer, fail: reject });
      return promise;
    },
  };
}

const named = (commandId: string, bytes = 0) => commitOf('e', { commandId, floor: 'x'.repeat(bytes) });
const names = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`);
const turn = () => new Promise(setImmediate);
const settle = async () => {
  await turn();
  await turn();
};

it('sends the commits of one turn as groups of sixteen, two of them at once, and the rest after an answer', async () => {
  const store = heldStore();
  const { enqueue } = groupCommits(store);
  const answers = names(40).map((name) => enqueue('acme', named(name)));
  assert.equal(store.groups.length, 0, 'not before the turn is over');
  await settle();
  assert.deepEqual(
    store.groups.map((group) => group.names.length),
    [16, 16],
  );
  store.groups[1]?.answer();
  await settle();
  assert.equal(store.groups[2]?.names.length, 8);
  for (const group of store.groups) group.answer();
  const outcomes = await Promise.all(answers);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.outcome === 'repeated' && outcome.answer),
    names(40),
  );
});

it('sends an isolated commit in its own turn', async () => {
  const store = heldStore();
  const answer = groupCommits(store).enqueue('acme', named('k'));
  await turn();
  assert.deepEqual(store.groups[0]?.names, ['k']);
  store.groups[0]?.answer();
  await answer;
});

it('tells what became of each commit, for whoever counts them', async () => {
  const store = heldStore();
  const outcomes: string[] = [];
  const { enqueue } = groupCommits(store, Date.now, (outcome) => outcomes.push(outcome));
  const answers = names(3).map((name) => enqueue('acme', named(name)));
  await settle();
  store.groups[0]?.answer();
  await Promise.all(answers);
  assert.deepEqual(outcomes, ['repeated', 'repeated', 'repeated']);
});

it('ends a group at 64 kB, but sends a larger commit alone', async () => {
  const store = heldStore();
  const { enqueue } = groupCommits(store);
  const sizes = { a: 30_000, b: 30_000, c: 30_000, d: 90_000, e: 1 };
  for (const [name, size] of Object.entries(sizes)) void enqueue('acme', named(name, size));
  await settle();
  for (const group of store.groups) group.answer();
  await settle();
  for (const group of store.groups) group.answer();
  await settle();
  assert.deepEqual(
    store.groups.map((group) => group.names),
    [['a', 'b'], ['c'], ['d'], ['e']],
  );
});

it('keeps one tenant from waiting for another', async () => {
  const store = heldStore();
  const { enqueue } = groupCommits(store);
  for (const name of names(48)) void enqueue('acme', named(name));
  void enqueue('other', named('k'));
  await settle();
  assert.deepEqual(
    store.groups.map(({ tenant }) => tenant),
    ['acme', 'other', 'acme'],
  );
});

it('lets the loop turn between two groups of one tenant, for stores that write on this thread', async () => {
  const store = heldStore();
  const { enqueue } = groupCommits(store);
  for (const name of names(32)) void enqueue('acme', named(name));
  await turn();
  assert.equal(store.groups.length, 1);
  await turn();
  assert.equal(store.groups.length, 2);
});

it('answers staff with busy at a thousand queued, and takes customers all the same', async () => {
  const store = heldStore();
  const { enqueue } = groupCommits(store, () => 0);
  for (let i = 0; i < 500; i += 1) void enqueue('acme', named('customer'), 'customer');
  for (let i = 0; i < 1_000; i += 1) void enqueue('acme', named('staff'));
  await assert.rejects(enqueue('acme', named('one more')), StoreBusy);
  void enqueue('acme', named('customer'), 'customer');
  await settle();
  for (const group of store.groups) group.answer();
  await settle();
  for (const group of store.groups) group.answer();
  await settle();
  void enqueue('other', named('another tenant'));
  await settle();
  assert.ok(store.groups.some(({ tenant }) => tenant === 'other'));
});

it('answers staff with busy once the oldest has waited 250 ms', async () => {
  const store = heldStore();
  let now = 0;
  const { enqueue } = groupCommits(store, () => now);
  for (const name of names(33)) void enqueue('acme', named(name));
  await settle();
  now = 250;
  void enqueue('acme', named('still in time'));
  now = 251;
  await assert.rejects(enqueue('acme', named('late')), (cause: StoreBusy) => cause.retryAfterMs > 0);
  void enqueue('acme', named('customer'), 'customer');
  store.groups[0]?.answer();
  await settle();
  assert.deepEqual(store.groups[2]?.names, ['k32', 'still in time', 'customer']);
  void enqueue('acme', named('room again'));
});

it('hands the failure of a group to everybody in it, and goes on', async () => {
  const store = heldStore();
  const { enqueue } = groupCommits(store);
  const failing = [enqueue('acme', named('a')), enqueue('acme', named('b'))];
  await settle();
  store.groups[0]?.fail(new Error('the disk is full'));
  for (const failed of failing) await assert.rejects(failed, /the disk is full/);
  const next = enqueue('acme', named('c'));
  await settle();
  store.groups[1]?.answer();
  assert.equal((await next).outcome, 'repeated');
});

it('flushes what it has taken, and takes nothing after', async () => {
  const store = heldStore();
  const { enqueue, flush } = groupCommits(store);
  const answers = names(20).map((name) => enqueue('acme', named(name)));
  let isFlushed = false;
  const flushed = flush().then(() => {
    isFlushed = true;
  });
  await assert.rejects(enqueue('acme', named('late')), /closing/);
  await settle();
  store.groups[0]?.answer();
  await settle();
  assert.equal(isFlushed, false);
  store.groups[1]?.answer();
  await flushed;
  assert.equal((await Promise.all(answers)).length, 20);
  await flush();
});
