import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Commit, Store } from '../../server/store/store.ts';
import { commitOf, withStore } from './store-fixture.ts';
import type { MakeFixture } from './store-fixture.ts';
import { StoreModel } from './store-model.ts';

const RUNS = 60;
const IDS = ['c1', 'c2', '__proto__'];
const AGENTS = ['ann', 'bob'];
const KEYS = ['k:1', 'k:2'];

const expectation = fc.record(
  {
    family: fc.constantFrom('conversation' as const, 'agent' as const),
    id: fc.constantFrom(...IDS),
    /** How far the expected version is from the stored one: mostly it agrees. */
    version: fc.constantFrom(0, 0, 0, 0, 0, 1),
    state: fc.json(),
    final: fc.boolean(),
    dueAt: fc.option(fc.nat(50), { nil: null }),
    index: fc.uniqueArray(fc.constantFrom(...KEYS)),
  },
  { requiredKeys: ['family', 'id', 'version'] },
);
const ledgerLine = fc.record(
  { agent: fc.constantFrom(...AGENTS), entry: fc.constantFrom(...IDS), units: fc.nat(3), atMost: fc.nat(6) },
  { requiredKeys: ['agent', 'entry', 'units'] },
);
const append = fc.record({
  conversation: fc.constantFrom(...IDS),
  plane: fc.constantFrom('public' as const, 'internal' as const),
  body: fc.json(),
});
const parts: fc.Arbitrary<Partial<Commit>> = fc.record({
  commandId: fc.constantFrom('', '', 'a', 'b', 'c', 'd\n;'),
  epoch: fc.option(fc.constant('another'), { freq: 20, nil: '' }),
  expect: fc.uniqueArray(expectation, { maxLength: 2, selector: ({ family, id }) => family + id }),
  ledger: fc.array(ledgerLine, { maxLength: 3 }),
  append: fc.array(append, { maxLength: 3 }),
  floor: fc.oneof(fc.constant(''), fc.json()),
  audit: fc.array(fc.json(), { maxLength: 2 }),
  answer: fc.json(),
});
const groups = fc.array(fc.array(parts, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });

/** Whatever is committed, the store answers and holds what the plain model does. */
export function modelContract(make: MakeFixture): void {
  describe('model', () => {
    it('answers and holds what a model in memory does, whatever is committed', () =>
      withStore(make, async (store) => {
        let run = 0;
        await fc.assert(
          fc.asyncProperty(groups, async (given) => {
            const tenant = `tenant ${(run += 1)}`;
            const { epoch } = (await store.snapshot(tenant)).position;
            const model = new StoreModel(epoch);
            for (const group of given) {
              const commits: Commit[] = [];
              const expected = group.map((part) => {
                const expect = (part.expect ?? []).map((it) => ({ ...it, version: it.version + model.versionOf(it) }));
                const commit = commitOf(epoch, { ...part, expect, epoch: part.epoch || epoch });
                commits.push(commit);
                return model.commit(commit);
              });
              assert.deepEqual(await store.commit(tenant, commits), expected);
            }
            await assertHolds(store, tenant, epoch, model);
          }),
          { numRuns: RUNS },
        );
      }));
  });
}

async function assertHolds(store: Store, tenant: string, epoch: string, model: StoreModel): Promise<void> {
  const byName = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  const { position, aggregates, ledger } = await store.snapshot(tenant);
  assert.deepEqual(position, { epoch, offset: model.floor.length });
  const live = [...model.aggregates.values()].filter(({ final }) => !final);
  const plain = live.map(({ family, id, version, state }) => ({ family, id, version, state }));
  assert.deepEqual(aggregates.toSorted(byName), plain.toSorted(byName));
  assert.deepEqual(ledger.toSorted(byName), [...model.ledger.values()].toSorted(byName));
  for (const { family, id, version, state } of model.aggregates.values()) {
    assert.deepEqual(await store.load(tenant, family, id), { family, id, version, state });
  }
  for (const key of KEYS) assert.deepEqual(await store.find(tenant, key, 9), model.lookups.get(key) ?? []);
  for (const conversation of IDS) {
    for (const plane of ['public', 'internal'] as const) {
      const bodies = (await store.readPlane(tenant, conversation, plane, 0, 999)).map(({ body }) => body);
      assert.deepEqual(bodies, model.planes.get(`${plane}/${conversation}`) ?? []);
    }
  }
  const floor = await store.readFloor(tenant, { epoch, offset: 0 }, 999);
  assert.deepEqual(
    floor.stale ? [] : floor.entries,
    model.floor.map((entry, i) => ({ offset: i + 1, ...entry })),
  );
  assert.deepEqual(
    (await store.readAudit(tenant, 0, 999)).map(({ body }) => body),
    model.audit,
  );
  const dueHere = (await store.due(99, 99_999)).due.filter((due) => due.tenant === tenant);
  const dueThere = [...model.aggregates.values()].flatMap(({ family, id, dueAt }) =>
    dueAt === null ? [] : [{ tenant, family, id, at: dueAt }],
  );
  assert.deepEqual(dueHere.toSorted(byName), dueThere.toSorted(byName));
}
