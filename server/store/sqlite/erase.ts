import type { DatabaseSync } from 'node:sqlite';
import type { Erased } from '../store.ts';
import type { TenantRows } from './tenants.ts';

/** The first time that something was erased since the files were last cleaned; null: nothing was. */
export function uncleanSince(db: DatabaseSync): () => number | null {
  const since = db.prepare(`SELECT value FROM about WHERE name = 'unclean'`);
  return () => {
    const row = since.get();
    return row === undefined ? null : Number(row['value']);
  };
}

/** Call once the files hold nothing of what was erased. */
export const noteClean = (db: DatabaseSync): void => db.exec(`DELETE FROM about WHERE name = 'unclean'`);

/** Drops what conversations hold and notes that the files are to be cleaned; call inside a transaction. */
export function eraser(db: DatabaseSync, tenants: TenantRows) {
  const dropPlane = db.prepare('DELETE FROM plane WHERE tenant = ? AND conversation = ?');
  const dropLookup = db.prepare('DELETE FROM lookup WHERE tenant = ? AND name = ? AND id = ?');
  const dropFloor = db.prepare('DELETE FROM floor WHERE tenant = ? AND position < ?');
  const dropAnswers = ['remembered_even', 'remembered_odd'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE tenant = ? AND command = ?`),
  );
  const noteUnclean = db.prepare(`INSERT INTO about VALUES ('unclean', ?) ON CONFLICT DO NOTHING`);

  return (tenantName: string, conversations: readonly Erased[], now: number): void => {
    const tenant = tenants.find(tenantName);
    if (tenant === undefined) return;
    for (const { id, keys, commands } of conversations) {
      dropPlane.run(tenant.id, id);
      for (const key of keys) dropLookup.run(tenant.id, key, id);
      for (const command of commands) for (const drop of dropAnswers) drop.run(tenant.id, command);
    }
    dropFloor.run(tenant.id, tenant.floor);
    noteUnclean.run(String(now));
  };
}
