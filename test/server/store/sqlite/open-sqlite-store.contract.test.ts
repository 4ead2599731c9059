import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../../server/store/sqlite/index.ts';
import type { Store } from '../../../../server/store/store.ts';
import { storeContract } from '../../../contracts/store-contract.ts';

storeContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  let store: Store | undefined;
  return {
    open: async (options = {}) => (store = await openSqliteStore({ folder, ...options })),
    openSecond: async (options = {}) => (store ??= await openSqliteStore({ folder, ...options })),
    async dispose() {
      await store?.close();
      rmSync(folder, { recursive: true });
    },
  };
});
