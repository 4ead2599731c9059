import { refuse, type Actor, type Refusal } from '@floorwalk/core';
import { auditLedger, type FloorBody, type LedgerDifference } from '@floorwalk/core/floor';
import type { AuditLine } from '@floorwalk/core/policy';
import type { GroupCommits } from '../store/group-commits.ts';
import type { Expect, Snapshot, Store } from '../store/store.ts';
import { loadFloor } from './load-floor.ts';
import { headOf } from './read-record.ts';

const TRIES = 5;

/** What repairing needs of the tenant it repairs. */
export interface RepairDeps {
  readonly tenant: string;
  readonly store: Store;
  readonly commits: GroupCommits;
  readonly commandId: string;
  readonly now: number;
}

export interface Repaired {
  /** What was wrong and is now as the states imply. */
  readonly differences: readonly LedgerDifference[];
  /** The floor entry that says so; 0 where nothing was wrong. */
  readonly floorOffset: number;
}

/** Where the stored ledger differs from what the states stored with it imply (K3). */
export const storedDifferences = (snapshot: Snapshot): readonly LedgerDifference[] =>
  auditLedger(loadFloor(snapshot).floor, snapshot.ledger);

/** Writes what the states imply over what the ledger says, in one step with a line of the record each (K3, R4). */
export async function repairLedger(deps: RepairDeps, actor: Actor): Promise<Repaired | Refusal> {
  if (actor.kind !== 'person' || !actor.roles.includes('administrator')) return refuse('role');
  const { tenant, store, commits, commandId, now } = deps;
  for (let tries = 0; tries < TRIES; tries++) {
    const snapshot = await store.snapshot(tenant);
    const differences = storedDifferences(snapshot);
    if (differences.length === 0) return { differences, floorOffset: 0 };
    const ledger = differences.map(({ agent, entry, implied }) => ({ agent, entry, units: implied }));
    const body: FloorBody = { changes: [], ledger };
    const outcome = await commits.enqueue(tenant, {
      commandId,
      epoch: snapshot.position.epoch,
      expect: await guards(store, tenant, snapshot, differences),
      ledger,
      append: [],
      floor: JSON.stringify(body),
      audit: differences.map((difference) => JSON.stringify(lineOf(actor, now, difference))),
      answer: '{}',
    });
    if (outcome.outcome === 'committed') return { differences, floorOffset: outcome.floorOffset };
  }
  return refuse('busy');
}

/** An entry changes only with its conversation: the repair stands only while each is as it was read. */
async function guards(
  store: Store,
  tenant: string,
  { aggregates }: Snapshot,
  differences: readonly LedgerDifference[],
): Promise<readonly Expect[]> {
  const versions = new Map<string, number>();
  for (const { family, id, version } of aggregates) if (family === 'conversation') versions.set(id, version);
  const ids = new Set(differences.map(({ entry }) => entry));
  return Promise.all(
    [...ids].map(async (id): Promise<Expect> => {
      const version = versions.get(id) ?? (await store.load(tenant, 'conversation', id))?.version ?? 0;
      return { family: 'conversation', id, version };
    }),
  );
}

const lineOf = (actor: Actor, at: number, { agent, entry, stored, implied }: LedgerDifference): AuditLine => ({
  at,
  ...headOf(actor),
  what: 'LedgerRepaired',
  conversation: entry,
  about: [agent],
  details: { agent, entry, stored, implied },
});
