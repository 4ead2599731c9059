import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import express from 'express';
import { lastResort } from '../../../server/http/errors.ts';
import { silentLogger } from '../../../server/log.ts';
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

test('[P1] what is logged of a request that failed names no customer', async () => {
  const logged: string[] = [];
  const log = { ...silentLogger, error: (data: object) => void logged.push(JSON.stringify(data)) };
  const app = express();
  const router = express.Router();
  router.get('/:reference', () => Promise.reject(new Error('broken')));
  app.use('/v1/customers', router);
  app.use(lastResort(log));
  const http = app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    const { port } = http.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/customers/mara@example.org?customer=mara`);
    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /broken|mara/u);
    assert.equal(logged.length, 1);
    assert.match(logged.join(''), /"route":".*:reference"/u);
    assert.doesNotMatch(logged.join(''), /mara/u);
  } finally {
    http.closeAllConnections();
    http.close();
  }
});
