import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FloorBody } from '@floorwalk/core/floor';
import { LiveFloor } from '../../../server/engine/live-floor.ts';
import { conversation } from '../../support/world.ts';
import type { FloorEntry, Page, Position, Snapshot } from '../../../server/store/store.ts';

/** A store of one tenant whose feed is an array, and which pushes only what it is told to. */
function scripted() {
  const entries: FloorEntry[] = [];
  const state = { epoch: 'e1', base: 0, snapshots: 0, failing: 0, following: 0, reads: 0 };
  let push: (entry: FloorEntry) => void = () => {};
  let lose: () => void = () => {};
  const own: number[] = [];
  const failures: unknown[] = [];
  const position = (): Position => ({ epoch: state.epoch, offset: entries.at(-1)?.offset ?? state.base });
  const store = {
    snapshot: async (): Promise<Snapshot> => {
      state.snapshots += 1;
      if (state.failing > 0) {
        state.failing -= 1;
        throw new Error('The database is away');
      }
      return { position: position(), aggregates: [], ledger: [] };
    },
    readFloor: async (_tenant: string, since: Position): Promise<Page<FloorEntry>> => {
      state.reads += 1;
      return since.epoch !== state.epoch || since.offset < state.base
        ? { stale: true, base: state.base, position: position() }
        : { stale: false, entries: entries.filter(({ offset }) => offset > since.offset), position: position() };
    },
    follow: async (
      _tenant: string,
      _since: Position,
      listener: (entry: FloorEntry, at: Position) => void,
      onLost: () => void,
    ) => {
      state.following += 1;
      push = (entry) => listener(entry, { epoch: state.epoch, offset: entry.offset });
      lose = onLost;
      return async () => void (state.following -= 1);
    },
  };
  return {
    state,
    failures,
    own,
    /** Commits one; `pushed` unless the push was lost. */
    commit(pushed: boolean): FloorEntry {
      const offset = position().offset + 1;
      const body: FloorBody = { changes: [] };
      const entry = { offset, commandId: `k${offset}`, appended: [], body: JSON.stringify(body) };
      entries.push(entry);
      if (pushed) push(entry);
      return entry;
    },
    /** What was kept goes, and whoever follows hears of it. */
    loseHistory(epoch: string, base: number): void {
      state.epoch = epoch;
      state.base = base;
      entries.length = 0;
      lose();
    },
    trim(base: number): void {
      state.base = base;
    },
    open: () =>
      LiveFloor.open({
        id: 'acme',
        store,
        onOwn: ({ offset }) => own.push(offset),
        fail: (cause) => failures.push(cause),
      }),
  };
}

const reloaded = (live: LiveFloor): Promise<void> => new Promise((resolve) => live.onReload(resolve));

test('what is pushed is folded once and in order, and this server’s own is told apart', async () => {
  const on = scripted();
  const live = await on.open();
  const heard: number[] = [];
  live.onFold(({ offset }) => heard.push(offset));
  live.expectOwn('k2');
  const entry = on.commit(true);
  on.commit(true);
  on.commit(true);
  await live.settle();
  assert.deepEqual(heard, [1, 2, 3]);
  assert.deepEqual(on.own, [2]);
  assert.equal(entry.offset, 1);
  await live.close();
});

test('a commit of this server is folded as it was made, and as it is written where that is something else', async () => {
  const on = scripted();
  const live = await on.open();
  const heard: FloorBody[] = [];
  live.onFold(({ body }) => heard.push(body));
  const made: FloorBody = { changes: [] };
  const c = conversation('c1', 'live-chat', 'billing', { state: 'open' });
  const evolved = { before: c, after: c };
  live.expectOwn('k1', { body: made, text: '{"changes":[]}', evolved });
  // Another command under the same id, which lost.
  live.expectOwn('k2', { body: made, text: '{"changes":[ ]}', evolved });
  on.commit(true);
  on.commit(true);
  assert.equal(heard[0], made);
  assert.notEqual(heard[1], made);
  assert.deepEqual(on.own, [1, 2]);
  await live.close();
});

test('who takes back a command that another one waits for under the same id takes back only its own', async () => {
  const on = scripted();
  const live = await on.open();
  const isNotOwn = live.expectOwn('k1');
  live.expectOwn('k1');
  isNotOwn();
  on.commit(true);
  assert.deepEqual(on.own, [1]);
  await live.close();
});

test('an entry whose push was lost is read from the stream by whoever waits for it', async () => {
  const on = scripted();
  const live = await on.open();
  on.commit(false);
  await live.folded(1);
  assert.equal(live.offset, 1);
  await live.close();
});

test('a history that was trimmed beyond what is known is read again as a whole', async () => {
  const on = scripted();
  const live = await on.open();
  for (let i = 0; i < 5; i += 1) on.commit(false);
  on.trim(3);
  const again = reloaded(live);
  await live.settle();
  await again;
  assert.equal(live.offset, 5);
  assert.equal(on.state.following, 1);
  await live.close();
});

test('a history that was lost is read again until the database answers, and nobody waits for what is gone', async () => {
  const on = scripted();
  const live = await on.open();
  const waiting = live.folded(99);
  on.state.failing = 1;
  const again = reloaded(live);
  on.loseHistory('e2', 0);
  await again;
  await waiting;
  assert.equal(live.epoch, 'e2');
  assert.equal(on.failures.length, 1);
  assert.equal(on.state.following, 1);
  await live.close();
  assert.equal(on.state.following, 0);
});

test('a floor that is closed lets go whoever waits, reads no more and reports no failure', async () => {
  const on = scripted();
  const live = await on.open();
  on.commit(false);
  const waiting = live.folded(1);
  await live.close();
  on.state.reads = 0;
  await waiting;
  await live.folded(2);
  await live.settle();
  assert.deepEqual([on.state.reads, on.failures], [0, []]);
});
