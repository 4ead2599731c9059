import type { DatabaseSync } from 'node:sqlite';

/** The newest offsets of a tenant's feeds, and the number that stands for its name in every table. */
export interface TenantRow {
  readonly id: number;
  readonly floor: number;
  readonly audit: number;
}

/** Reads and advances the tenants' rows. A tenant has a row from its first commit on. */
export function tenantRows(db: DatabaseSync) {
  const find = db.prepare('SELECT id, floor, audit FROM tenant WHERE name = ?');
  const create = db.prepare('INSERT INTO tenant (name) VALUES (?)');
  const advance = db.prepare('UPDATE tenant SET floor = ?, audit = ? WHERE id = ?');
  const names = db.prepare('SELECT name FROM tenant ORDER BY id');
  return {
    find: (tenant: string) => find.get(tenant) as unknown as TenantRow | undefined,
    /** The id of a tenant that had no row. */
    create: (tenant: string): number => Number(create.run(tenant).lastInsertRowid),
    advance: (row: TenantRow): void => void advance.run(row.floor, row.audit, row.id),
    names: () => names.all().map((row) => String(row['name'])),
  };
}

export type TenantRows = ReturnType<typeof tenantRows>;
