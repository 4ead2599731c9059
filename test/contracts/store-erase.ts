import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Erased } from '../../server/store/store.ts';
import { commitOf, conversation, floorLog, say, TENANT, withFixture, type MakeFixture } from './store-fixture.ts';

const erased = (id: string, ...keys: string[]): Erased => ({ id, keys, commands: [`k-${id}`] });

/** What is gone and what stays when conversations are erased. */
export function eraseContract(make: MakeFixture): void {
  describe('erasure', () => {
    it('[R6] drops planes, lookups, named answers and floor history of the erased alone, and goes on numbering', () =>
      withFixture(make, async (fixture) => {
        const store = await fixture.open();
        const { epoch } = (await store.snapshot(TENANT)).position;
        const heard = floorLog();
        const stop = await store.follow(TENANT, { epoch, offset: 0 }, heard.listener, heard.onLost);
        for (const id of ['c1', 'c2']) {
          await store.commit(TENANT, [
            commitOf(epoch, {
              commandId: `k-${id}`,
              expect: [conversation(id, 0, { index: ['customer:eva'], final: true })],
              append: [say(id, 'public', `secret of ${id}`), say(id, 'internal', `note on ${id}`)],
              floor: JSON.stringify({ id }),
              answer: JSON.stringify({ conversation: id }),
            }),
          ]);
        }
        await store.erase(TENANT, [erased('c1', 'customer:eva', 'context:none')]);
        await store.erase(TENANT, [erased('c1', 'customer:eva'), erased('never')]);
        await store.erase('nobody', [erased('c1')]);
        await store.clean();
        for (const plane of ['public', 'internal'] as const) {
          assert.deepEqual(await store.readPlane(TENANT, 'c1', plane, 0, 10), []);
          assert.equal((await store.readPlane(TENANT, 'c2', plane, 0, 10)).length, 1);
        }
        assert.deepEqual(await store.find(TENANT, 'customer:eva', 10), ['c2']);
        assert.ok(await store.load(TENANT, 'conversation', 'c1'), 'the state is the caller’s to replace');
        assert.ok((await store.readFloor(TENANT, { epoch, offset: 0 }, 10)).stale, 'what is gone is said to be');
        const kept = await store.readFloor(TENANT, { epoch, offset: 1 }, 10);
        assert.ok(!kept.stale);
        assert.deepEqual(
          kept.entries.map(({ offset }) => offset),
          [2],
        );
        const again = (id: string) =>
          store.commit(TENANT, [
            commitOf(epoch, { commandId: `k-${id}`, expect: [conversation(id, 0)], floor: '"x"', answer: '' }),
          ]);
        assert.equal((await again('c1'))[0]?.outcome, 'conflict', 'its answer is forgotten');
        assert.equal((await again('c2'))[0]?.outcome, 'repeated', 'others are not');
        const [next] = await store.commit(TENANT, [commitOf(epoch, { commandId: 'k3', floor: '"next"' })]);
        assert.deepEqual(next, { outcome: 'committed', floorOffset: 3, appended: [] });
        await heard.until(3);
        assert.deepEqual(
          heard.entries.map(({ offset }) => offset),
          [1, 2, 3],
        );
        await stop();
      }));

    it('drops of each conversation its own, where several go at once', () =>
      withFixture(make, async (fixture) => {
        const store = await fixture.open();
        const { epoch } = (await store.snapshot(TENANT)).position;
        const one = (id: string, key: string) =>
          commitOf(epoch, {
            commandId: `k-${id}`,
            expect: [conversation(id, 0, { index: [key, 'context:all'] })],
            append: [say(id, 'public', id)],
            answer: JSON.stringify(id),
          });
        const commits = ['c1', 'c2', 'c3'].map((id) => one(id, `customer:${id}`));
        await store.commit(TENANT, commits);
        await store.erase(TENANT, [erased('c1', 'customer:c1', 'context:all'), { ...erased('c3'), commands: [] }]);
        await store.clean();
        assert.deepEqual(await store.find(TENANT, 'context:all', 9), ['c3', 'c2']);
        for (const [key, ids] of [
          ['customer:c1', []],
          ['customer:c3', ['c3']],
        ] as const)
          assert.deepEqual(await store.find(TENANT, key, 9), ids);
        const said = await Promise.all(['c1', 'c2', 'c3'].map((id) => store.readPlane(TENANT, id, 'public', 0, 9)));
        assert.deepEqual(
          said.map((page) => page.length),
          [0, 1, 0],
        );
        const outcomes = await store.commit(TENANT, commits);
        assert.deepEqual(
          outcomes.map(({ outcome }) => outcome),
          ['conflict', 'repeated', 'repeated'],
        );
      }));
  });
}
