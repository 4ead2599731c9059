import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commitOf, conversation, line, say, TENANT, withStore } from './store-fixture.ts';
import type { MakeFixture } from './store-fixture.ts';

/** What a commit promises: all or nothing, in order, once. */
export function commitContract(make: MakeFixture): void {
  describe('commit', () => {
    it('writes state, ledger, planes, floor and audit in one step', () =>
      withStore(make, async (store, epoch) => {
        const commit = commitOf(epoch, {
          commandId: 'k1',
          expect: [conversation('c1', 0), { family: 'agent', id: 'ann', version: 0, state: '{"presence":"busy"}' }],
          ledger: [line('ann', 'c1', 2)],
          append: [say('c1', 'public', 'hello'), say('c1', 'internal', 'psst'), say('c1', 'public', 'again')],
          floor: '{"kind":"opened"}',
          audit: ['{"a":1}', '{"a":2}'],
        });
        const [outcome] = await store.commit(TENANT, [commit]);
        assert.deepEqual(outcome, { outcome: 'committed', floorOffset: 1, appended: [1, 1, 2] });
        assert.equal((await store.load(TENANT, 'agent', 'ann'))?.state, '{"presence":"busy"}');
        assert.deepEqual((await store.snapshot(TENANT)).ledger, [{ agent: 'ann', entry: 'c1', units: 2 }]);
        const floor = await store.readFloor(TENANT, { epoch, offset: 0 }, 10);
        assert.deepEqual(floor, {
          stale: false,
          entries: [{ offset: 1, commandId: 'k1', appended: [1, 1, 2], body: '{"kind":"opened"}' }],
          position: { epoch, offset: 1 },
        });
        assert.deepEqual(await store.readAudit(TENANT, 0, 10), [
          { offset: 1, body: '{"a":1}' },
          { offset: 2, body: '{"a":2}' },
        ]);
      }));

    it('answers a conflict with the stored versions by position, and writes nothing', () =>
      withStore(make, async (store, epoch) => {
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c1', 0)] })]);
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c1', 1)] })]);
        const refused = commitOf(epoch, {
          commandId: 'k1',
          expect: [conversation('c2', 0), conversation('c1', 1), conversation('c3', 7)],
          ledger: [line('ann', 'c1', 1)],
          append: [say('c1', 'public', 'lost')],
          floor: '{}',
          audit: ['{}'],
        });
        const before = await store.snapshot(TENANT);
        assert.deepEqual(await store.commit(TENANT, [refused]), [{ outcome: 'conflict', versions: [0, 2, 0] }]);
        assert.deepEqual(await store.snapshot(TENANT), before);
        assert.deepEqual(await store.readPlane(TENANT, 'c1', 'public', 0, 10), []);
        assert.deepEqual(await store.readAudit(TENANT, 0, 10), []);
        const mended = commitOf(epoch, { commandId: 'k1', expect: [conversation('c2', 0)] });
        assert.equal((await store.commit(TENANT, [mended]))[0]?.outcome, 'committed', 'a refused id is not remembered');
      }));

    it('checks without writing where no state is given', () =>
      withStore(make, async (store, epoch) => {
        await store.commit(TENANT, [commitOf(epoch, { expect: [conversation('c1', 0, { dueAt: 5 })] })]);
        const check = { family: 'conversation', id: 'c1', version: 1, final: true, dueAt: null, index: ['x'] } as const;
        assert.equal((await store.commit(TENANT, [commitOf(epoch, { expect: [check] })]))[0]?.outcome, 'committed');
        assert.equal((await store.load(TENANT, 'conversation', 'c1'))?.version, 1);
        assert.equal((await store.due(5, 10)).due.length, 1);
        assert.deepEqual(await store.find(TENANT, 'x', 10), []);
        assert.equal((await store.snapshot(TENANT)).aggregates.length, 1);
      }));

    it('[A6] lets exactly one of two commits on the same version win, and a group sees those before it', () =>
      withStore(make, async (store, epoch) => {
        const outcomes = await store.commit(TENANT, [
          commitOf(epoch, { expect: [conversation('c1', 0)], floor: '"a"' }),
          commitOf(epoch, { expect: [conversation('c1', 0)], floor: '"b"' }),
          commitOf(epoch, { expect: [conversation('c1', 1)], floor: '"c"', append: [say('c1', 'public', 'x')] }),
          commitOf(epoch, { expect: [conversation('c1', 2)], append: [say('c1', 'public', 'y')] }),
        ]);
        assert.deepEqual(outcomes, [
          { outcome: 'committed', floorOffset: 1, appended: [] },
          { outcome: 'conflict', versions: [1] },
          { outcome: 'committed', floorOffset: 2, appended: [1] },
          { outcome: 'committed', floorOffset: 0, appended: [2] },
        ]);
      }));

    it('[A6] two servers racing for many conversations win each exactly once', () =>
      withStore(make, async (store, epoch, fixture) => {
        const second = await fixture.openSecond();
        const race = (server: typeof store, who: string) =>
          Promise.all(
            Array.from({ length: 60 }, (_, i) =>
              server.commit(TENANT, [commitOf(epoch, { expect: [conversation(`c${i}`, 0)], floor: `"${who}${i}"` })]),
            ),
          );
        const [left, right] = await Promise.all([race(store, 'l'), race(second, 'r')]);
        left.forEach(([mine], i) => {
          const both = new Set([mine?.outcome, right[i]?.[0]?.outcome]);
          assert.deepEqual(both, new Set(['committed', 'conflict']));
        });
        assert.equal((await store.snapshot(TENANT)).position.offset, 60);
      }));

    it('refuses a commit of another epoch and says which holds', () =>
      withStore(make, async (store, epoch) => {
        const stray = commitOf('another', { commandId: 'k', expect: [conversation('c1', 0)], floor: '{}' });
        assert.deepEqual(await store.commit(TENANT, [stray]), [{ outcome: 'epoch', epoch }]);
        assert.equal(await store.load(TENANT, 'conversation', 'c1'), undefined);
        const [unknown] = await store.commit('never seen', [stray]);
        const { position } = await store.snapshot('never seen');
        assert.deepEqual(unknown, { outcome: 'epoch', epoch: position.epoch });
      }));

    it('answers an empty group with nothing', () =>
      withStore(make, async (store) => assert.deepEqual(await store.commit(TENANT, []), [])));

    it('keeps tenants apart', () =>
      withStore(make, async (store, epoch) => {
        await store.commit(TENANT, [commitOf(epoch, { commandId: 'k', expect: [conversation('c1', 0)], floor: '{}' })]);
        const other = (await store.snapshot('other')).position;
        assert.equal(other.offset, 0);
        assert.equal(await store.load('other', 'conversation', 'c1'), undefined);
        const commit = commitOf(other.epoch, { commandId: 'k', expect: [conversation('c1', 0)], floor: '{}' });
        assert.equal((await store.commit('other', [commit]))[0]?.outcome, 'committed');
        assert.deepEqual((await store.tenants()).toSorted(), [TENANT, 'other']);
      }));
  });

  describe('commit, the ledger', () => {
    it('[K3] refuses what would exceed a ceiling, with the load now, and counts replaced entries once', () =>
      withStore(make, async (store, epoch) => {
        const put = (...ledger: ReturnType<typeof line>[]) => store.commit(TENANT, [commitOf(epoch, { ledger })]);
        await put(line('ann', 'c1', 2), line('ann', 'c2', 1), line('bob', 'c3', 9));
        assert.deepEqual(await put(line('ann', 'c4', 2, 4)), [{ outcome: 'full', agent: 'ann', load: 3 }]);
        assert.equal((await put(line('ann', 'c4', 1, 4)))[0]?.outcome, 'committed');
        assert.equal((await put(line('ann', 'c1', 2, 4)))[0]?.outcome, 'committed', 'the same units again');
        assert.deepEqual(await put(line('ann', 'c1', 3, 4)), [{ outcome: 'full', agent: 'ann', load: 4 }]);
        const swap = await put(line('ann', 'c5', 2, 4), line('ann', 'c1', 0));
        assert.equal(swap[0]?.outcome, 'committed', 'what counts is the load after the whole commit');
        const { ledger } = await store.snapshot(TENANT);
        const anns = ledger.filter(({ agent }) => agent === 'ann').map(({ entry, units }) => `${entry}=${units}`);
        assert.deepEqual(anns.toSorted(), ['c2=1', 'c4=1', 'c5=2']);
      }));

    it('[K3] holds a ceiling against commits of the same group', () =>
      withStore(make, async (store, epoch) => {
        const group = ['c1', 'c2', 'c3'].map((entry) => commitOf(epoch, { ledger: [line('ann', entry, 1, 2)] }));
        assert.deepEqual(
          (await store.commit(TENANT, group)).map(({ outcome }) => outcome),
          ['committed', 'committed', 'full'],
        );
      }));
  });

  describe('commit, once', () => {
    it('[P4] answers a repeated command with its first answer and writes nothing', () =>
      withStore(make, async (store, epoch) => {
        const first = commitOf(epoch, {
          commandId: 'k1',
          expect: [conversation('c1', 0)],
          append: [say('c1', 'public', 'once')],
          floor: '{}',
          answer: '{"first":true}',
        });
        await store.commit(TENANT, [first]);
        assert.deepEqual(await store.commit(TENANT, [{ ...first, answer: '{"second":true}' }]), [
          { outcome: 'repeated', answer: '{"first":true}' },
        ]);
        const again = { ...first, expect: [conversation('c1', 1)] };
        assert.deepEqual(
          await store.commit(TENANT, [again]),
          [{ outcome: 'repeated', answer: '{"first":true}' }],
          'also where the versions agree',
        );
        assert.equal((await store.readPlane(TENANT, 'c1', 'public', 0, 10)).length, 1);
        assert.equal((await store.snapshot(TENANT)).position.offset, 1);
      }));

    it('[P4] executes a command that only checks or only appends once, within a group too', () =>
      withStore(make, async (store, epoch) => {
        const note = commitOf(epoch, { commandId: 'k1', append: [say('c1', 'internal', 'x')], answer: '1' });
        const outcomes = await store.commit(TENANT, [note, note]);
        assert.deepEqual(outcomes[1], { outcome: 'repeated', answer: '1' });
        assert.equal((await store.readPlane(TENANT, 'c1', 'internal', 0, 10)).length, 1);
      }));

    it('[P4] a repeat is answered before a full ledger is', () =>
      withStore(make, async (store, epoch) => {
        const hold = commitOf(epoch, { commandId: 'k1', ledger: [line('ann', 'c1', 2, 2)], answer: '1' });
        await store.commit(TENANT, [hold]);
        await store.commit(TENANT, [commitOf(epoch, { ledger: [line('ann', 'c2', 5)] })]);
        assert.deepEqual(await store.commit(TENANT, [hold]), [{ outcome: 'repeated', answer: '1' }]);
      }));

    it('remembers nothing under an empty command id', () =>
      withStore(make, async (store, epoch) => {
        const note = commitOf(epoch, { append: [say('c1', 'internal', 'x')] });
        await store.commit(TENANT, [note, note]);
        assert.equal((await store.readPlane(TENANT, 'c1', 'internal', 0, 10)).length, 2);
      }));

    it('[P4] remembers for at least the retry window and forgets after twice as long', () => {
      let now = 1_000_000;
      return withStore(
        make,
        async (store, epoch) => {
          const note = (commandId: string) => commitOf(epoch, { commandId, append: [say('c1', 'internal', 'x')] });
          const send = async (commandId: string) => (await store.commit(TENANT, [note(commandId)]))[0]?.outcome;
          now = 1_000_999;
          assert.equal(await send('late in its bucket'), 'committed');
          now += 1_000;
          assert.equal(await send('late in its bucket'), 'repeated');
          assert.equal(await send('next bucket'), 'committed');
          now = 1_000_500;
          assert.equal(await send('next bucket'), 'repeated', 'a clock that went back forgets nothing');
          now = 1_002_001;
          assert.equal(await send('late in its bucket'), 'committed', 'forgotten');
          assert.equal(await send('next bucket'), 'repeated');
          now = 1_009_000;
          assert.equal(await send('next bucket'), 'committed', 'forgotten after a long silence');
        },
        { clock: () => now, rememberMs: 1_000 },
      );
    });
  });
}
