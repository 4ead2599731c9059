import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('[K3] an administrator asks where the ledger is wrong and repairs it; a sound one has nothing to repair', async () => {
  await site.open();
  const ada = await site.token('administrator', 'ada');
  for (const [method, path] of [
    ['GET', '/v1/audit/ledger'],
    ['POST', '/v1/audit/ledger/repair'],
  ] as const) {
    const { status, body } = await site.call(ada, method, path);
    assert.equal(status, 200);
    assert.deepEqual(body, { items: [], total: 0 });
  }
});

test('[R2] supervisors and agents neither ask nor repair', async () => {
  for (const [role, user] of [
    ['supervisor', 'ines'],
    ['agent', 'ana'],
  ] as const) {
    const token = await site.token(role, user);
    assert.equal((await site.call(token, 'GET', '/v1/audit/ledger')).body['refusal'], 'role');
    assert.equal((await site.call(token, 'POST', '/v1/audit/ledger/repair')).body['refusal'], 'role');
  }
});
