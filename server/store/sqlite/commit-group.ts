import type { DatabaseSync } from 'node:sqlite';
import type { Commit, CommitOutcome, FloorEntry } from '../store.ts';
import { commitChecks } from './check-commit.ts';
import type { RememberedAnswers } from './remembered.ts';
import type { Retention } from './retention.ts';
import type { TenantRows } from './tenants.ts';
import { commitWrites } from './write-commit.ts';

/** What a group came to: an outcome for each commit, and the floor entries that are now durable. */
export interface GroupResult {
  readonly outcomes: readonly CommitOutcome[];
  readonly entries: readonly FloorEntry[];
}

/**
 * Commits a group in one transaction and one fsync. Each commit is checked before its first write, so that a refused
 * one leaves nothing; an error leaves nothing of the whole group.
 */
export function groupCommitter(
  db: DatabaseSync,
  deps: {
    epoch: string;
    tenants: TenantRows;
    remembered: RememberedAnswers;
    retention: Retention;
    clock: () => number;
  },
) {
  const { epoch, tenants, remembered, retention, clock } = deps;
  const check = commitChecks(db);
  const write = commitWrites(db);

  return (tenantName: string, commits: readonly Commit[]): GroupResult => {
    const outcomes: CommitOutcome[] = [];
    const entries: FloorEntry[] = [];
    db.exec('BEGIN IMMEDIATE');
    try {
      const bucket = remembered.turn();
      const stored = tenants.find(tenantName) ?? { id: 0, floor: 0, audit: 0 };
      const now = clock();
      let tenant = stored;
      for (const commit of commits) {
        if (commit.epoch !== epoch) {
          outcomes.push({ outcome: 'epoch', epoch });
          continue;
        }
        const answer = commit.commandId === '' ? undefined : remembered.find(bucket, tenant.id, commit.commandId);
        const refused = answer === undefined ? check(tenant.id, commit) : { outcome: 'repeated' as const, answer };
        if (refused !== undefined) {
          outcomes.push(refused);
          continue;
        }
        if (tenant.id === 0) tenant = { ...tenant, id: tenants.create(tenantName) };
        if (commit.commandId !== '') remembered.keep(bucket, tenant.id, commit.commandId, commit.answer);
        const written = write(tenant, commit, now);
        tenant = written.tenant;
        if (written.entry !== undefined) entries.push(written.entry);
        outcomes.push({ outcome: 'committed', floorOffset: written.entry?.offset ?? 0, appended: written.appended });
      }
      if (tenant.id !== 0) tenants.advance(tenant);
      retention(stored, tenant, now);
      db.exec('COMMIT');
    } catch (cause) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw cause;
    }
    return { outcomes, entries };
  };
}
