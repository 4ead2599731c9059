import type { DatabaseSync } from 'node:sqlite';
import type { Commit, CommitOutcome } from '../store.ts';
import { commitChecks } from './check-commit.ts';
import type { RememberedAnswers } from './remembered.ts';
import type { Retention } from './retention.ts';
import type { TenantRows } from './tenants.ts';
import { commitWrites } from './write-commit.ts';

/**
 * Writes a group, each commit seeing those before it; call inside a transaction. Each commit is checked before its first
 * write, so that a refused one leaves nothing.
 */
export function groupCommitter(
  db: DatabaseSync,
  deps: { epoch: string; tenants: TenantRows; remembered: RememberedAnswers; retention: Retention },
) {
  const { epoch, tenants, remembered, retention } = deps;
  const check = commitChecks(db);
  const write = commitWrites(db);

  return (tenantName: string, commits: readonly Commit[], now: number): readonly CommitOutcome[] => {
    const outcomes: CommitOutcome[] = [];
    const bucket = remembered.turn(now);
    const stored = tenants.find(tenantName) ?? { id: 0, floor: 0, audit: 0 };
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
      outcomes.push({ outcome: 'committed', floorOffset: written.floorOffset, appended: written.appended });
    }
    if (tenant.id !== 0) tenants.advance(tenant);
    retention(stored, tenant, now);
    return outcomes;
  };
}
