import type { DatabaseSync } from 'node:sqlite';
import type { Commit, CommitOutcome, FloorEntry } from '../store.ts';
import { commitChecks } from './check-commit.ts';
import type { RememberedAnswers } from './remembered.ts';
import type { TenantRows } from './tenants.ts';
import { commitWrites } from './write-commit.ts';

/** The floor is trimmed once in so many entries, not at each. */
const TRIM_EVERY = 256;

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
  deps: { epoch: string; tenants: TenantRows; remembered: RememberedAnswers; keepFloor: number },
) {
  const { epoch, tenants, remembered, keepFloor } = deps;
  const check = commitChecks(db);
  const write = commitWrites(db);
  const trim = db.prepare('DELETE FROM floor WHERE tenant = ? AND position <= ?');

  return (tenantName: string, commits: readonly Commit[]): GroupResult => {
    const outcomes: CommitOutcome[] = [];
    const entries: FloorEntry[] = [];
    db.exec('BEGIN IMMEDIATE');
    try {
      const bucket = remembered.turn();
      const stored = tenants.find(tenantName);
      let tenant = stored ?? { id: 0, floor: 0, audit: 0 };
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
        const written = write(tenant, commit);
        tenant = written.tenant;
        if (written.entry !== undefined) entries.push(written.entry);
        outcomes.push({ outcome: 'committed', floorOffset: written.entry?.offset ?? 0, appended: written.appended });
      }
      if (tenant.id !== 0) tenants.advance(tenant);
      const from = stored?.floor ?? 0;
      if (Math.floor(from / TRIM_EVERY) !== Math.floor(tenant.floor / TRIM_EVERY)) {
        trim.run(tenant.id, tenant.floor - keepFloor);
      }
      db.exec('COMMIT');
    } catch (cause) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw cause;
    }
    return { outcomes, entries };
  };
}
