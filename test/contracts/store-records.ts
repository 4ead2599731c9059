import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commitOf, conversation, line, say, TENANT, withStore } from './store-fixture.ts';
import type { MakeFixture } from './store-fixture.ts';

/** What can be asked of stored state: by id, by key, by time, all at once; and leases. */
export function recordContract(make: MakeFixture): void {
  describe('records', () => {
    it('[C1] keeps a final aggregate readable but out of the snapshot', () =>
      withStore(make, async (store, epoch) => {
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c1', 0), conversation('c2', 0)] })]);
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c1', 1, { final: true })] })]);
        const { aggregates } = await store.snapshot(TENANT);
        assert.deepEqual(
          aggregates.map(({ id }) => id),
          ['c2'],
        );
        assert.deepEqual(await store.load(TENANT, 'conversation', 'c1'), {
          family: 'conversation',
          id: 'c1',
          version: 2,
          state: '{"id":"c1","version":2}',
        });
        const stale = await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c1', 0)] })]);
        assert.deepEqual(stale, [{ outcome: 'conflict', versions: [2] }]);
        assert.equal(await store.load(TENANT, 'conversation', 'never'), undefined);
        assert.equal(await store.load(TENANT, 'roster', 'c1'), undefined, 'families are apart');
      }));

    it('finds ids by key, newest first, each once, at most as many as asked', () =>
      withStore(make, async (store, epoch) => {
        const key = 'context:case:42';
        for (const id of ['c1', 'c2', 'c3']) {
          await store.commit(TENANT, [
            commitOf(epoch, { expect: [conversation(id, 0, { index: [key, `own:${id}`] })] }),
          ]);
        }
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c1', 1, { index: [key] })] })]);
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c2', 1, { final: true })] })]);
        assert.deepEqual(await store.find(TENANT, key, 10), ['c3', 'c2', 'c1']);
        assert.deepEqual(await store.find(TENANT, key, 2), ['c3', 'c2']);
        assert.deepEqual(await store.find(TENANT, key, 0), []);
        assert.deepEqual(await store.find(TENANT, 'own:c2', 10), ['c2']);
        assert.deepEqual(await store.find(TENANT, 'nothing', 10), []);
      }));

    it('[X1] answers what is due over all tenants, soonest first, and when the next is', () =>
      withStore(make, async (store, epoch) => {
        const other = (await store.snapshot('other')).position.epoch;
        const due = (id: string, dueAt: number | null, version = 0) => ({
          expect: [conversation(id, version, { dueAt })],
        });
        await store.commit(TENANT, [commitOf(epoch, due('c1', 30)), commitOf(epoch, due('c2', 10))]);
        await store.commit('other', [commitOf(other, due('c3', 20)), commitOf(other, due('c4', null))]);
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c5', 0)] })]);
        const row = (tenant: string, id: string, at: number) => ({ tenant, family: 'conversation', id, at });

        assert.deepEqual(await store.due(9, 10), { due: [], nextAt: 10, trouble: null });
        assert.deepEqual(await store.due(20, 10), {
          due: [row(TENANT, 'c2', 10), row('other', 'c3', 20)],
          nextAt: 30,
          trouble: null,
        });
        assert.deepEqual(await store.due(99, 1), { due: [row(TENANT, 'c2', 10)], nextAt: 20, trouble: null });
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c2', 1)] })]);
        assert.equal((await store.due(10, 10)).due.length, 1, 'absent: unchanged');
        await store.commit(TENANT, [commitOf(epoch, due('c2', 40, 2)), commitOf(epoch, due('c1', null, 1))]);
        assert.deepEqual(await store.due(99, 10), {
          due: [row('other', 'c3', 20), row(TENANT, 'c2', 40)],
          nextAt: null,
          trouble: null,
        });
      }));

    it('[M3] takes, renews, keeps and drops leases by key', () =>
      withStore(make, async (store) => {
        assert.equal((await store.leases(TENANT)).size, 0);
        await store.lease(TENANT, 'watch:c1:sue', 10);
        await store.lease(TENANT, 'watch:c1:tom', 20);
        await store.lease(TENANT, 'watch:c1:sue', 30);
        await store.lease('other', 'x', 1);
        const both = new Map([
          ['watch:c1:sue', 30],
          ['watch:c1:tom', 20],
        ]);
        assert.deepEqual(new Map(await store.leases(TENANT)), both);
        await store.dropLease(TENANT, 'watch:c1:sue');
        await store.dropLease(TENANT, 'never');
        assert.deepEqual([...(await store.leases(TENANT))], [['watch:c1:tom', 20]]);
      }));

    it('reads a snapshot at one position while others commit', () =>
      withStore(make, async (store, epoch, fixture) => {
        const second = await fixture.openSecond();
        // Every commit adds one aggregate, one ledger line and one floor entry, so that a torn read shows.
        const writing = (async () => {
          for (let i = 0; i < 300; i += 1) {
            const id = `c${i}`;
            const commit = { expect: [conversation(id, 0)], ledger: [line(`a${i % 40}`, id, 1)], floor: `"${id}"` };
            await second.commit(TENANT, [commitOf(epoch, commit)]);
            await new Promise(setImmediate);
          }
        })();
        let offset = 0;
        while (offset < 300) {
          const snapshot = await store.snapshot(TENANT);
          offset = snapshot.position.offset;
          assert.equal(snapshot.aggregates.length, offset);
          assert.equal(snapshot.ledger.length, offset);
          await new Promise(setImmediate);
        }
        await writing;
      }));

    it('takes any text as an id, a key or a body', () =>
      withStore(make, async (store) => {
        const hostile = [
          'a\nb',
          '{x}',
          '}:meta',
          'a:b',
          'żółć 客服 🎧',
          'constructor',
          '__proto__',
          'x;1;2',
          "'; DROP",
          '\0',
          ' ',
        ];
        const tenants = ['t\n{}', '__proto__', 'ü:{t}', '}'];
        for (const tenant of tenants) {
          const { position } = await store.snapshot(tenant);
          for (const id of hostile) {
            const body = JSON.stringify({ id, tenant }, null, 1);
            const commit = commitOf(position.epoch, {
              commandId: id,
              expect: [{ family: 'directory', id: `people:${id}`, version: 0, state: body, index: [id], dueAt: 7 }],
              ledger: [line(id, id, 1)],
              append: [say(id, 'public', id), { conversation: id, plane: 'internal', body }],
              floor: body,
              audit: [body],
              answer: id,
            });
            assert.equal((await store.commit(tenant, [commit]))[0]?.outcome, 'committed', `${tenant} ${id}`);
            assert.deepEqual(await store.commit(tenant, [commit]), [{ outcome: 'repeated', answer: id }]);
            assert.equal((await store.load(tenant, 'directory', `people:${id}`))?.state, body);
            assert.deepEqual(await store.find(tenant, id, 5), [`people:${id}`]);
            assert.deepEqual(await store.readPlane(tenant, id, 'internal', 0, 5), [{ offset: 1, body }]);
            await store.lease(tenant, id, 5);
          }
          const floor = await store.readFloor(tenant, { ...position, offset: 0 }, 100);
          assert.deepEqual(floor.stale ? [] : floor.entries.map(({ commandId }) => commandId), hostile);
          const snapshot = await store.snapshot(tenant);
          assert.deepEqual(snapshot.aggregates.map(({ id }) => id.slice(7)).toSorted(), hostile.toSorted());
          assert.deepEqual(snapshot.ledger.map(({ agent }) => agent).toSorted(), hostile.toSorted());
          assert.deepEqual([...(await store.leases(tenant)).keys()].toSorted(), hostile.toSorted());
        }
        assert.deepEqual((await store.tenants()).toSorted(), tenants.toSorted());
        assert.equal((await store.due(7, 100)).due.length, tenants.length * hostile.length);
      }));

    it('answers a ping, and closes twice without complaint', () =>
      withStore(make, async (store) => {
        await store.ping();
        assert.ok(store.worth.endsWith('.'));
        await store.close();
        await store.close();
        await assert.rejects(store.ping());
      }));
  });
}
