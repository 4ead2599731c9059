import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store } from '../../server/store/store.ts';
import { commitOf, say, TENANT, withStore } from './store-fixture.ts';
import type { MakeFixture } from './store-fixture.ts';

/** What the feeds promise: offsets from 1 without gaps, pages, and the truth about what is no longer there. */
export function feedContract(make: MakeFixture): void {
  const fill = async (store: Store, epoch: string, count: number, groupOf: number) => {
    for (let i = 0; i < count; i += groupOf) {
      const group = Array.from({ length: Math.min(groupOf, count - i) }, (_, n) => {
        const body = `"${i + n + 1}"`;
        return commitOf(epoch, { commandId: `k${i + n + 1}`, floor: body, audit: [body, body] });
      });
      await store.commit(TENANT, group);
    }
  };

  describe('feeds', () => {
    it('numbers the floor without gaps and reads it in pages of any size', () =>
      withStore(make, async (store, epoch) => {
        await fill(store, epoch, 40, 16);
        for (const limit of [1, 7, 100]) {
          const read: number[] = [];
          let since = { epoch, offset: 0 };
          for (;;) {
            const page = await store.readFloor(TENANT, since, limit);
            assert.ok(!page.stale);
            assert.ok(page.entries.length <= limit);
            for (const { offset, commandId, body } of page.entries) {
              read.push(offset);
              assert.deepEqual([commandId, body], [`k${offset}`, `"${offset}"`]);
            }
            since = page.position;
            if (page.entries.length === 0) break;
          }
          assert.deepEqual(
            read,
            Array.from({ length: 40 }, (_, i) => i + 1),
          );
          assert.deepEqual(since, { epoch, offset: 40 });
        }
      }));

    it('[R4] numbers the audit by itself and reads it from anywhere', () =>
      withStore(make, async (store, epoch) => {
        await fill(store, epoch, 20, 16);
        const offsets = async (since: number, limit: number) =>
          (await store.readAudit(TENANT, since, limit)).map(({ offset }) => offset);
        assert.deepEqual(await offsets(0, 3), [1, 2, 3]);
        assert.deepEqual(await offsets(31, 3), [32, 33, 34]);
        assert.deepEqual(await offsets(39, 10), [40]);
        assert.deepEqual(await offsets(40, 10), []);
        assert.deepEqual(await offsets(0, 0), []);
      }));

    it('[R4] reads the audit backwards from anywhere, groups of any size included', () =>
      withStore(make, async (store, epoch) => {
        await fill(store, epoch, 20, 16);
        const offsets = async (before: number, limit: number) =>
          (await store.readAuditBack(TENANT, before, limit)).map(({ offset }) => offset);
        assert.deepEqual(await offsets(Number.MAX_SAFE_INTEGER, 3), [40, 39, 38]);
        assert.deepEqual(await offsets(41, 2), [40, 39]);
        assert.deepEqual(await offsets(34, 4), [33, 32, 31, 30]);
        assert.deepEqual(await offsets(3, 10), [2, 1]);
        assert.deepEqual(await offsets(1, 10), []);
        assert.deepEqual(await offsets(9, 0), []);
        const [line] = await store.readAuditBack(TENANT, 2, 1);
        assert.deepEqual(line, (await store.readAudit(TENANT, 0, 1))[0]);
        assert.deepEqual(await store.readAuditBack('nobody', 9, 5), []);
      }));

    it('[P1] keeps the planes of a conversation apart, each with its own numbering', () =>
      withStore(make, async (store, epoch) => {
        const talk = (...append: ReturnType<typeof say>[]) => store.commit(TENANT, [commitOf(epoch, { append })]);
        await talk(say('c1', 'public', 'p1'), say('c1', 'internal', 'i1'), say('c2', 'public', 'other'));
        const [outcome] = await talk(say('c1', 'internal', 'i2'), say('c1', 'public', 'p2'), say('c1', 'public', 'p3'));
        assert.deepEqual(outcome, { outcome: 'committed', floorOffset: 0, appended: [2, 2, 3] });
        const texts = async (plane: 'public' | 'internal', since: number, limit: number) =>
          (await store.readPlane(TENANT, 'c1', plane, since, limit)).map(
            ({ offset, body }) => `${offset} ${String((JSON.parse(body) as { text: string }).text)}`,
          );
        assert.deepEqual(await texts('public', 0, 10), ['1 p1', '2 p2', '3 p3']);
        assert.deepEqual(await texts('public', 1, 1), ['2 p2']);
        assert.deepEqual(await texts('internal', 0, 10), ['1 i1', '2 i2']);
        assert.deepEqual(await texts('internal', 2, 10), []);
        assert.deepEqual(await texts('internal', 0, 0), []);
      }));

    it('says stale for a position of another epoch or after the end', () =>
      withStore(make, async (store, epoch) => {
        await fill(store, epoch, 3, 3);
        const stale = { stale: true, base: 0, position: { epoch, offset: 3 } };
        assert.deepEqual(await store.readFloor(TENANT, { epoch: 'another', offset: 1 }, 10), stale);
        assert.deepEqual(await store.readFloor(TENANT, { epoch, offset: 4 }, 10), stale);
        const end = await store.readFloor(TENANT, { epoch, offset: 3 }, 10);
        assert.deepEqual(end, { stale: false, entries: [], position: { epoch, offset: 3 } });
      }));

    it('says stale for a position that was trimmed, and reads on from the base', () =>
      withStore(
        make,
        async (store, epoch) => {
          await fill(store, epoch, 800, 1);
          const page = await store.readFloor(TENANT, { epoch, offset: 0 }, 10);
          assert.ok(page.stale, 'the oldest entries are gone');
          assert.ok(page.base >= 256 && page.base <= 780, `kept at least 20, base is ${page.base}`);
          assert.equal(page.position.offset, 800);
          const rest = await store.readFloor(TENANT, { epoch, offset: page.base }, 1_000);
          assert.ok(!rest.stale);
          assert.equal(rest.entries.length, 800 - page.base);
          assert.equal(rest.entries[0]?.offset, page.base + 1);
          assert.ok((await store.readFloor(TENANT, { epoch, offset: page.base - 1 }, 1)).stale);
        },
        { keepFloor: 20 },
      ));

    it('[R4] keeps the audit for as long as it is told to, and goes on numbering after what it dropped', () => {
      let now = 1_000_000;
      return withStore(
        make,
        async (store, epoch) => {
          const note = (line: string) => store.commit(TENANT, [commitOf(epoch, { audit: [line] })]);
          const kept = async () => (await store.readAudit(TENANT, 0, 100)).map(({ body }) => body);
          for (let i = 1; i <= 15; i += 1) await note(`"old ${i}"`);
          now += 900;
          await note('"young"');
          assert.equal((await kept()).length, 16, 'nothing is old enough');
          now += 200;
          await note('"first new"');
          assert.equal((await kept()).length, 7, 'ten at a time');
          await note('"second new"');
          assert.deepEqual(await kept(), ['"young"', '"first new"', '"second new"']);
          now += 10_000;
          await note('"last"');
          assert.deepEqual(await store.readAudit(TENANT, 0, 100), [{ offset: 19, body: '"last"' }]);
        },
        { clock: () => now, keepAuditMs: 1_000 },
      );
    });

    it('carries bodies of a megabyte', () =>
      withStore(make, async (store, epoch) => {
        const body = JSON.stringify('ü'.repeat(1_000_000));
        const commit = commitOf(epoch, {
          floor: body,
          audit: [body],
          append: [{ conversation: 'c1', plane: 'public', body }],
        });
        await store.commit(TENANT, [commit, commit]);
        const floor = await store.readFloor(TENANT, { epoch, offset: 1 }, 10);
        assert.equal(floor.stale ? '' : floor.entries[0]?.body, body);
        assert.equal((await store.readPlane(TENANT, 'c1', 'public', 1, 10))[0]?.body, body);
        assert.equal((await store.readAudit(TENANT, 1, 10))[0]?.body, body);
      }));
  });
}
