import type { DatabaseSync } from 'node:sqlite';
import type { Commit } from '../store.ts';
import type { TenantRow } from './tenants.ts';

/** What a commit left behind: the tenant's new offsets, and its floor entry's; 0 without a floor body. */
export interface Written {
  readonly tenant: TenantRow;
  readonly appended: readonly number[];
  readonly floorOffset: number;
}

/** Writes a commit that has been checked. The caller holds the transaction and advances the tenant's row. */
export function commitWrites(db: DatabaseSync) {
  const putAggregate = db.prepare(
    `INSERT INTO aggregate VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       version = excluded.version, state = excluded.state, final = excluded.final, due_at = excluded.due_at`,
  );
  const keepDueAt = db.prepare(
    `INSERT INTO aggregate VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE SET
       version = excluded.version, state = excluded.state, final = excluded.final`,
  );
  const addLookup = db.prepare('INSERT OR IGNORE INTO lookup (tenant, name, id) VALUES (?, ?, ?)');
  const putUnits = db.prepare(
    'INSERT INTO ledger VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET units = excluded.units',
  );
  const dropUnits = db.prepare('DELETE FROM ledger WHERE tenant = ? AND agent = ? AND entry = ?');
  const addToPlane = db.prepare(
    `INSERT INTO plane (tenant, conversation, plane, position, body)
       SELECT ?1, ?2, ?3, coalesce(max(position), 0) + 1, ?4 FROM plane WHERE tenant = ?1 AND conversation = ?2 AND plane = ?3
       RETURNING position`,
  );
  const addFloor = db.prepare('INSERT INTO floor (tenant, position, command, appended, body) VALUES (?, ?, ?, ?, ?)');
  const addAudit = db.prepare('INSERT INTO audit (tenant, position, body, at) VALUES (?, ?, ?, ?)');

  return (tenant: TenantRow, commit: Commit, now: number): Written => {
    for (const { family, id, version, state, final, dueAt, index } of commit.expect) {
      if (state === undefined) continue;
      const isFinal = final === true ? 1 : 0;
      if (dueAt === undefined) keepDueAt.run(tenant.id, family, id, version + 1, state, isFinal);
      else putAggregate.run(tenant.id, family, id, version + 1, state, isFinal, dueAt);
      for (const name of index ?? []) addLookup.run(tenant.id, name, id);
    }
    for (const { agent, entry, units } of commit.ledger) {
      if (units === 0) dropUnits.run(tenant.id, agent, entry);
      else putUnits.run(tenant.id, agent, entry, units);
    }
    const appended = commit.append.map(({ conversation, plane, body }) =>
      Number(addToPlane.get(tenant.id, conversation, plane, body)?.['position']),
    );
    let { floor, audit } = tenant;
    for (const line of commit.audit) addAudit.run(tenant.id, ++audit, line, now);
    if (commit.floor === '') return { tenant: { ...tenant, audit }, appended, floorOffset: 0 };

    addFloor.run(tenant.id, ++floor, commit.commandId, JSON.stringify(appended), commit.floor);
    return { tenant: { id: tenant.id, floor, audit }, appended, floorOffset: floor };
  };
}
