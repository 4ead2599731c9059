import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commitOf, floorLog, TENANT, withStore } from './store-fixture.ts';
import type { MakeFixture } from './store-fixture.ts';

/** What following promises: every entry once, in order, from any position, whoever commits. */
export function followContract(make: MakeFixture): void {
  const floor = (epoch: string, body: string) => commitOf(epoch, { commandId: body, floor: `"${body}"` });
  const counted = (length: number, from = 1) => Array.from({ length }, (_, i) => i + from);

  describe('follow', () => {
    it('hands on every entry once and in order while two servers commit', () =>
      withStore(make, async (store, epoch, fixture) => {
        const second = await fixture.openSecond();
        const logs = [floorLog(), floorLog()] as const;
        const start = { epoch, offset: 0 };
        const stops = [
          await store.follow(TENANT, start, logs[0].listener, logs[0].onLost),
          await second.follow(TENANT, start, logs[1].listener, logs[1].onLost),
        ];
        const write = (server: typeof store, who: string) =>
          Promise.all(
            counted(200).map((i) =>
              server.commit(TENANT, [floor(epoch, `${who}${i}a`), commitOf(epoch), floor(epoch, `${who}${i}b`)]),
            ),
          );
        await Promise.all([write(store, 'l'), write(second, 'r')]);
        await Promise.all(logs.map((log) => log.until(800)));
        for (const log of logs) {
          assert.deepEqual(
            log.entries.map(({ offset }) => offset),
            counted(800),
          );
          assert.deepEqual(log.positions.at(-1), { epoch, offset: 800 });
        }
        assert.deepEqual(logs[0].entries, logs[1].entries);
        await Promise.all(stops.map((stop) => stop()));
      }));

    it('catches up from an older position, with commits arriving meanwhile', () =>
      withStore(make, async (store, epoch, fixture) => {
        const second = await fixture.openSecond();
        for (const i of counted(600)) await store.commit(TENANT, [floor(epoch, `old${i}`)]);
        const log = floorLog();
        const meanwhile = Promise.all(counted(200).map((i) => second.commit(TENANT, [floor(epoch, `new${i}`)])));
        const stop = await store.follow(TENANT, { epoch, offset: 5 }, log.listener, log.onLost);
        await meanwhile;
        await log.until(795);
        assert.deepEqual(
          log.entries.map(({ offset }) => offset),
          counted(795, 6),
        );
        await stop();
      }));

    it('is silent after it was stopped, and about other tenants', () =>
      withStore(make, async (store, epoch) => {
        const [stopped, going] = [floorLog(), floorLog()];
        const other = (await store.snapshot('other')).position;
        const stop = await store.follow(TENANT, { epoch, offset: 0 }, stopped.listener, stopped.onLost);
        const stopGoing = await store.follow(TENANT, { epoch, offset: 0 }, going.listener, going.onLost);
        await store.commit('other', [floor(other.epoch, 'elsewhere')]);
        await store.commit(TENANT, [floor(epoch, 'first')]);
        await Promise.all([stopped.until(1), going.until(1)]);
        await stop();
        await store.commit(TENANT, [floor(epoch, 'second')]);
        await going.until(2);
        assert.deepEqual(
          stopped.entries.map(({ commandId }) => commandId),
          ['first'],
        );
        assert.deepEqual(
          going.entries.map(({ commandId }) => commandId),
          ['first', 'second'],
        );
        await stopGoing();
      }));

    it('says that the history is lost where it cannot be followed from there', () =>
      withStore(
        make,
        async (store, epoch) => {
          for (const i of counted(600)) await store.commit(TENANT, [floor(epoch, `k${i}`)]);
          for (const since of [
            { epoch: 'another', offset: 3 },
            { epoch, offset: 601 },
            { epoch, offset: 0 },
          ]) {
            const log = floorLog();
            await store.follow(TENANT, since, log.listener, log.onLost);
            await log.lost;
            assert.deepEqual(log.entries, []);
          }
          assert.equal((await store.snapshot(TENANT)).position.epoch, epoch, 'a wrong question ends no history');
        },
        { keepFloor: 20 },
      ));
  });
}
