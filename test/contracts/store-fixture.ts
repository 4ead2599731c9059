import type { Append, Commit, Expect, FloorEntry, LedgerWrite, Position, Store } from '../../server/store/store.ts';

export interface OpenOptions {
  readonly clock?: () => number;
  readonly keepFloor?: number;
  readonly keepAuditMs?: number;
  readonly rememberMs?: number;
}

/** One database of its own for one test. */
export interface StoreFixture {
  /** The first server on it. */
  open(options?: OpenOptions): Promise<Store>;
  /** Another server on the same database; the same store where a database has one process only. */
  openSecond(options?: OpenOptions): Promise<Store>;
  /** Closes every store opened here and drops the database. */
  dispose(): Promise<void>;
}

export type MakeFixture = () => Promise<StoreFixture>;

/** Runs `test` on a fresh database and drops it whatever happens. */
export async function withFixture(make: MakeFixture, test: (fixture: StoreFixture) => Promise<void>): Promise<void> {
  const fixture = await make();
  try {
    await test(fixture);
  } finally {
    await fixture.dispose();
  }
}

/** The same with the first server opened and the tenant's epoch at hand. */
export async function withStore(
  make: MakeFixture,
  test: (store: Store, epoch: string, fixture: StoreFixture) => Promise<void>,
  options: OpenOptions = {},
): Promise<void> {
  await withFixture(make, async (fixture) => {
    const store = await fixture.open(options);
    const { position } = await store.snapshot(TENANT);
    await test(store, position.epoch, fixture);
  });
}

export const TENANT = 'acme';

/** A commit that does nothing but what is asked for. */
export function commitOf(epoch: string, parts: Partial<Commit> = {}): Commit {
  return { commandId: '', epoch, expect: [], ledger: [], append: [], floor: '', audit: [], answer: '{}', ...parts };
}

/** Writes conversation `id` from `version` to the next. */
export function conversation(id: string, version: number, more: Partial<Expect> = {}): Expect {
  return { family: 'conversation', id, version, state: JSON.stringify({ id, version: version + 1 }), ...more };
}

export const line = (agent: string, entry: string, units: number, atMost?: number): LedgerWrite =>
  atMost === undefined ? { agent, entry, units } : { agent, entry, units, atMost };

export const say = (conversation: string, plane: Append['plane'], text: string): Append => ({
  conversation,
  plane,
  body: JSON.stringify({ text }),
});

/** Collects what a follower hears; `until(n)` resolves when it has heard n entries, `lost` when it was told so. */
export function floorLog() {
  const entries: FloorEntry[] = [];
  const positions: Position[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const lost = Promise.withResolvers<void>();
  return {
    entries,
    positions,
    lost: lost.promise,
    onLost: () => lost.resolve(),
    listener: (entry: FloorEntry, position: Position) => {
      entries.push(entry);
      positions.push(position);
      for (const { count, resolve } of waiting) if (entries.length >= count) resolve();
    },
    until(count: number): Promise<void> {
      if (entries.length >= count) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      return promise;
    },
  };
}
