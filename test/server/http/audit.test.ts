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

test('[R4] the administrator takes the record of some time away as JSON Lines; nobody else does', async () => {
  const ada = await site.token('administrator', 'ada');
  const ines = await site.token('supervisor', 'ines');
  const from = site.clock.now() + 60_000;
  site.clock.step(60_000);
  await site.call(ines, 'PUT', '/v1/agents/ben/presence', { body: { presence: 'away' } });
  site.clock.step(60_000);
  await site.call(ines, 'PUT', '/v1/agents/ben/presence', { body: { presence: 'busy' } });
  const lines = async (query: string) => {
    const response = await fetch(`${site.url}/v1/audit/export${query}`, {
      headers: { authorization: `Bearer ${ada}` },
    });
    assert.equal(response.headers.get('content-type'), 'application/x-ndjson');
    const text = await response.text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { what: string; at: number });
  };
  const some = await lines(`?from=${from}&to=${new Date(from + 60_000).toISOString()}`);
  assert.deepEqual(
    some.filter(({ what }) => what === 'PresenceSet').map(({ at }) => at),
    [from],
  );
  assert.ok((await lines('')).length > some.length);
  assert.deepEqual(await lines('?from=1&to=2'), []);
  assert.equal((await site.call(ines, 'GET', '/v1/audit/export')).body['refusal'], 'role');
  for (const query of ['?from=soon', '?from=9&to=3'])
    assert.equal((await site.call(ada, 'GET', `/v1/audit/export${query}`)).body['refusal'], 'malformed', query);
});
