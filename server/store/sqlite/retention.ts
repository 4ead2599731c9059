import type { DatabaseSync } from 'node:sqlite';
import type { TenantRow } from './tenants.ts';

/** The floor is trimmed once in so many entries, not at each. */
const TRIM_EVERY = 256;
/** Old lines of the audit go a few at a time, so that no commit pays for a year. */
const AUDIT_BATCH = 10;

/** Drops what a tenant's feeds no longer keep. Call inside the transaction of the group that took it from `before` to `after`. */
export function retention(db: DatabaseSync, keepFloor: number, keepAuditMs: number | undefined) {
  const trimFloor = db.prepare('DELETE FROM floor WHERE tenant = ? AND position <= ?');
  const oldest = db.prepare('SELECT position, at FROM audit WHERE tenant = ? ORDER BY position LIMIT 1');
  const dropAudit = db.prepare('DELETE FROM audit WHERE tenant = ? AND position < ? AND at < ?');

  return (before: TenantRow, after: TenantRow, now: number): void => {
    if (Math.floor(before.floor / TRIM_EVERY) !== Math.floor(after.floor / TRIM_EVERY))
      trimFloor.run(after.id, after.floor - keepFloor);
    if (keepAuditMs === undefined || before.audit === after.audit) return;
    const first = oldest.get(after.id);
    if (first && Number(first['at']) < now - keepAuditMs)
      dropAudit.run(after.id, Number(first['position']) + AUDIT_BATCH, now - keepAuditMs);
  };
}

export type Retention = ReturnType<typeof retention>;
