import type { DatabaseSync } from 'node:sqlite';
import type { TenantRows } from './tenants.ts';

/** Drops what names conversations; call inside a transaction. Answers whether there is anything of it to take out of the files. */
export function eraser(db: DatabaseSync, tenants: TenantRows) {
  const dropPlane = db.prepare('DELETE FROM plane WHERE tenant = ? AND conversation = ?');
  const dropLookup = db.prepare('DELETE FROM lookup WHERE tenant = ? AND name = ? AND id = ?');
  const dropFloor = db.prepare('DELETE FROM floor WHERE tenant = ? AND position < ?');
  const dropAnswers = ['remembered_even', 'remembered_odd'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE tenant = ? AND instr(answer, ?) > 0`),
  );

  return (tenantName: string, conversations: readonly string[], keys: readonly string[]): boolean => {
    const tenant = tenants.find(tenantName);
    if (tenant === undefined) return false;
    for (const id of conversations) {
      dropPlane.run(tenant.id, id);
      for (const key of keys) dropLookup.run(tenant.id, key, id);
      for (const drop of dropAnswers) drop.run(tenant.id, id);
    }
    dropFloor.run(tenant.id, tenant.floor);
    return true;
  };
}
