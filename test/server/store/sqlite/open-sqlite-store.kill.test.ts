import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { openSqliteStore } from '../../../../server/store/sqlite/index.ts';
import { acknowledgedBefore, assertAllThere } from '../../../support/killed-commit.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
after(() => rmSync(folder, { recursive: true }));

it('keeps every acknowledged commit through kill -9 of the process', async () => {
  const offset = await acknowledgedBefore(['sqlite', folder], 400, (child) => child.kill('SIGKILL'));
  const store = await openSqliteStore({ folder });
  try {
    await assertAllThere(store, offset);
  } finally {
    await store.close();
  }
});
