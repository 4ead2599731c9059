import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plane } from '@floorwalk/core';
import type { Tenant } from '../../../server/engine/engine.ts';
import { conversation } from '../../support/world.ts';
import { GapReads } from '../../../server/live/gap-reads.ts';

/** A tenant that counts what is read of it; each conversation has two public entries and an internal one. */
function counting(): { readonly tenant: Tenant; readonly reads: string[]; fail: boolean } {
  const reads: string[] = [];
  const state = { fail: false };
  const readPlane = (conversation: string, plane: Plane, since: number): Promise<object[]> => {
    reads.push(`${conversation} ${plane} ${since}`);
    if (state.fail) return Promise.reject(new Error('away'));
    const all = plane === 'public' ? [1, 2] : [1];
    return Promise.resolve(
      all
        .filter((offset) => offset > since)
        .map((offset) => ({ type: 'message', plane, offset, text: `${plane} ${offset}` })),
    );
  };
  const tenant = { offset: 7, now: () => 0, readPlane } as unknown as Tenant;
  return Object.assign(state, { tenant, reads });
}

const from = (place: number) => ({ public: place, internal: 0 });

test('all who stand at the same place share one read, until something more is said', async () => {
  const { tenant, reads } = counting();
  const gaps = new GapReads(tenant);
  const all = await Promise.all(Array.from({ length: 50 }, () => gaps.after('c1', from(1), false)));
  assert.deepEqual(reads, ['c1 public 1']);
  assert.ok(all.every((batches) => batches === all[0]));
  await gaps.after('c1', from(0), false);
  assert.deepEqual(reads.slice(1), ['c1 public 0']);
  gaps.said('c1');
  await gaps.after('c1', from(1), false);
  assert.deepEqual(reads.slice(2), ['c1 public 1']);
});

test('[P1] who reads the public plane alone never shares a read with who reads both', async () => {
  const { tenant } = counting();
  const gaps = new GapReads(tenant);
  const both = await gaps.after('c1', from(0), true);
  const open = await gaps.after('c1', from(0), false);
  assert.deepEqual(
    both.flat().map(({ plane }) => plane),
    ['internal', 'public', 'public'],
  );
  assert.ok(open.flat().every(({ plane }) => plane === 'public'));
});

test('a read that failed is not kept', async () => {
  const store = counting();
  const gaps = new GapReads(store.tenant);
  store.fail = true;
  await assert.rejects(gaps.after('c1', from(0), false), /away/u);
  store.fail = false;
  assert.equal((await gaps.after('c1', from(0), false)).flat().length, 2);
});

test('what is seen of a conversation is made once for all in a moment, and anew once anything has happened or time has gone', () => {
  const at = { offset: 7, time: 0 };
  const tenant = {
    get offset() {
      return at.offset;
    },
    now: () => at.time,
  } as unknown as Tenant;
  const gaps = new GapReads(tenant);
  const c = conversation('c1', 'live-chat', 'billing', { state: 'open' });
  const first = gaps.now(c);
  assert.equal(gaps.now(c), first);
  assert.notEqual(gaps.now({ ...c }), first);
  at.offset += 1;
  const second = gaps.now(c);
  assert.notEqual(second, first, 'rights may have changed');
  at.time += 250;
  assert.notEqual(gaps.now(c), second, 'rights may depend on the time');
});
