import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../store.ts';
import { DATABASE_FILE } from './open-sqlite-store.ts';
import { storeReads } from './reads.ts';
import { tenantRows } from './tenants.ts';

/** What can be read of a store that a server may be writing to at the same time. */
export type StoreReader = Pick<Store, 'load' | 'readAudit' | 'readPlane' | 'tenants' | 'close'>;

/** Opens the embedded store for reading alone, beside the server that has it. Rejects with a sentence for the operator. */
export async function openSqliteReader(folder: string): Promise<StoreReader> {
  const path = join(resolve(folder), DATABASE_FILE);
  if (!existsSync(path)) throw new Error(`There is no store in ${resolve(folder)} (FLOORWALK_DATA).`);
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  const tenants = tenantRows(db);
  const reads = storeReads(db, '', tenants);
  return {
    load: async (tenant, family, id) => reads.load(tenant, family, id),
    readAudit: async (tenant, since, limit) => reads.audit(tenant, since, limit),
    readPlane: async (tenant, conversation, plane, since, limit) =>
      reads.plane(tenant, conversation, plane, since, limit),
    tenants: async () => tenants.names(),
    close: async () => db.close(),
  };
}
