import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';

let site: Site;
before(async () => (site = await startSite()));
after(() => site.close());

test('an address with nothing at it is a problem like any other, with and without a token', async () => {
  const ines = await site.token('supervisor', 'ines');
  for (const path of ['/nothing', '/v1/nothing', '/v1/conversations/x/fly']) {
    const { status, type, body } = await site.call(ines, 'POST', path, { body: {} });
    assert.equal(status, 404, path);
    assert.match(type, /^application\/problem\+json/u);
    assert.equal(body['refusal'], 'unknownRoute');
  }
});

test('an address that is not one is refused and no secret of the server is in the answer', async () => {
  const ines = await site.token('supervisor', 'ines');
  const { status, body } = await site.call(ines, 'GET', '/v1/conversations/%E0%A4%A');
  assert.equal(status, 400);
  assert.equal(body['refusal'], 'malformed');
  assert.doesNotMatch(JSON.stringify(body), /node_modules|at \w+/u);
});
