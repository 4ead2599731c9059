import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commitOf, conversation, floorLog, say, TENANT, withFixture, type MakeFixture } from './store-fixture.ts';

/** What is gone and what stays when conversations are erased. */
export function eraseContract(make: MakeFixture): void {
  describe('erasure', () => {
    it('[R6] drops planes, lookups, answers and floor history of the erased alone, and goes on numbering', () =>
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
        await store.erase(TENANT, ['c1'], ['customer:eva', 'context:none']);
        await store.erase(TENANT, ['c1', 'never'], ['customer:eva']);
        await store.erase('nobody', ['c1'], []);
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

    it('looks for the erased in answers alone, not in what the store notes beside them', () =>
      withFixture(make, async (fixture) => {
        const store = await fixture.open();
        const { epoch } = (await store.snapshot(TENANT)).position;
        const one = commitOf(epoch, { commandId: 'k', floor: '"x"', answer: '"only this"' });
        await store.commit(TENANT, [one]);
        await store.erase(TENANT, [...'0123456789abcdef'.split(''), '-', ';', ','], []);
        assert.equal((await store.commit(TENANT, [one]))[0]?.outcome, 'repeated');
      }));
  });
}
