import type { DatabaseSync } from 'node:sqlite';
import type {
  AuditEntry,
  Due,
  DuePage,
  Family,
  FloorEntry,
  Page,
  PlaneEntry,
  Position,
  Snapshot,
  Stored,
} from '../store.ts';
import type { TenantRows } from './tenants.ts';

/** Every read of the store's port, each one statement or several that no write can come between. */
export function storeReads(db: DatabaseSync, epoch: string, tenants: TenantRows) {
  const one = db.prepare('SELECT family, id, version, state FROM aggregate WHERE tenant = ? AND family = ? AND id = ?');
  const named = db.prepare('SELECT id FROM lookup WHERE tenant = ? AND name = ? ORDER BY seq DESC LIMIT ?');
  const live = db.prepare('SELECT family, id, version, state FROM aggregate WHERE tenant = ? AND final = 0');
  const ledger = db.prepare('SELECT agent, entry, units FROM ledger WHERE tenant = ?');
  const floor = db.prepare(
    'SELECT position, command, appended, body FROM floor WHERE tenant = ? AND position > ? ORDER BY position LIMIT ?',
  );
  const oldest = db.prepare('SELECT min(position) AS position FROM floor WHERE tenant = ?');
  const plane = db.prepare(
    `SELECT position AS offset, body FROM plane
       WHERE tenant = ? AND conversation = ? AND plane = ? AND position > ? ORDER BY position LIMIT ?`,
  );
  const audit = db.prepare(
    'SELECT position AS offset, body FROM audit WHERE tenant = ? AND position > ? ORDER BY position LIMIT ?',
  );
  const auditBack = db.prepare(
    'SELECT position AS offset, body FROM audit WHERE tenant = ? AND position < ? ORDER BY position DESC LIMIT ?',
  );
  const soonest = db.prepare(
    `SELECT (SELECT name FROM tenant WHERE tenant.id = tenant) AS tenant, family, id, due_at AS at FROM aggregate
       WHERE due_at IS NOT NULL ORDER BY due_at LIMIT ?`,
  );
  const idOf = (tenant: string) => tenants.find(tenant)?.id ?? 0;
  const plain = <Row>(rows: readonly unknown[]) => rows.map((row) => ({ ...(row as Row) }));

  /** Several statements that see the same, whatever is committed meanwhile. */
  const atOnce = <T>(read: () => T): T => {
    db.exec('BEGIN');
    try {
      return read();
    } finally {
      db.exec('COMMIT');
    }
  };

  return {
    load(tenant: string, family: Family, id: string): Stored | undefined {
      return plain<Stored>(one.all(idOf(tenant), family, id))[0];
    },
    find(tenant: string, key: string, limit: number): string[] {
      return named.all(idOf(tenant), key, limit).map((row) => String(row['id']));
    },
    snapshot(tenant: string): Snapshot {
      return atOnce(() => {
        const row = tenants.find(tenant);
        return {
          position: { epoch, offset: row?.floor ?? 0 },
          aggregates: plain<Stored>(live.all(row?.id ?? 0)),
          ledger: plain<Snapshot['ledger'][number]>(ledger.all(row?.id ?? 0)),
        };
      });
    },
    floor(tenant: string, since: Position, limit: number): Page<FloorEntry> {
      return atOnce(() => {
        const { id, floor: top } = tenants.find(tenant) ?? { id: 0, floor: 0 };
        const base = Number(oldest.get(id)?.['position'] ?? top + 1) - 1;
        if (since.epoch !== epoch || since.offset < base || since.offset > top) {
          return { stale: true, base, position: { epoch, offset: top } };
        }
        const entries = floor.all(id, since.offset, limit).map((row) => ({
          offset: Number(row['position']),
          commandId: String(row['command']),
          appended: JSON.parse(String(row['appended'])) as number[],
          body: String(row['body']),
        }));
        return { stale: false, entries, position: { epoch, offset: entries.at(-1)?.offset ?? since.offset } };
      });
    },
    plane(tenant: string, conversation: string, name: 'public' | 'internal', since: number, limit: number) {
      return plain<PlaneEntry>(plane.all(idOf(tenant), conversation, name, since, limit));
    },
    audit(tenant: string, since: number, limit: number): AuditEntry[] {
      return plain<AuditEntry>(audit.all(idOf(tenant), since, limit));
    },
    auditBack(tenant: string, before: number, limit: number): AuditEntry[] {
      return plain<AuditEntry>(auditBack.all(idOf(tenant), before, limit));
    },
    due(now: number, limit: number): DuePage {
      const rows = plain<Due>(soonest.all(limit + 1));
      const due = rows.slice(0, limit).filter(({ at }) => at <= now);
      return { due, nextAt: rows[due.length]?.at ?? null, trouble: null };
    },
  };
}
