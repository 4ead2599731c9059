import type { DatabaseSync } from 'node:sqlite';

/** The leases' table: taken and renewed by key, ended by whoever reads them. */
export function leaseTable(db: DatabaseSync) {
  const put = db.prepare('INSERT INTO lease VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET until = excluded.until');
  const drop = db.prepare('DELETE FROM lease WHERE tenant = ? AND name = ?');
  const all = db.prepare('SELECT name, until FROM lease WHERE tenant = ?');
  return {
    take: (tenant: string, key: string, until: number): void => void put.run(tenant, key, until),
    drop: (tenant: string, key: string): void => void drop.run(tenant, key),
    all: (tenant: string): ReadonlyMap<string, number> =>
      new Map(all.all(tenant).map((row) => [String(row['name']), Number(row['until'])])),
  };
}
