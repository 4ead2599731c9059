import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import express from 'express';
import { authenticate } from '../../../server/http/authenticate.ts';
import { respondStream } from '../../../server/http/respond.ts';
import type { Auth, Caller } from '../../../server/auth/auth.ts';
import { startSite, type Site } from '../../support/site.ts';

let site: Site;
before(async () => (site = await startSite()));
after(() => site.close());

test('[R3] a request without a token, or with one that is none of ours, is refused before its body is read', async () => {
  for (const token of [undefined, 'nonsense', 'eyJhbGciOiJub25lIn0.e30.']) {
    const { status, body, headers } = await site.call(token, 'POST', '/v1/conversations', {
      raw: '{broken',
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(status, 401);
    assert.equal(body['refusal'], 'unauthenticated');
    assert.equal(headers.get('www-authenticate'), 'Bearer');
  }
});

test('[P4] the same Idempotency-Key carries a command out once and answers both times with the first result', async () => {
  const crm = await site.token('integration', 'crm');
  const asked = {
    body: { workstream: 'live-chat', customer: { name: 'Ida', id: 'ida' } },
    headers: { 'Idempotency-Key': 'k1' },
  };
  const first = await site.call(crm, 'POST', '/v1/conversations', asked);
  const again = await site.call(crm, 'POST', '/v1/conversations', asked);
  assert.equal(first.status, 201);
  assert.deepEqual(again.body, first.body);
  const found = await site.call(crm, 'GET', '/v1/conversations?customer=ida');
  assert.equal(found.body['total'], 1);
});

test('[P4] one caller’s Idempotency-Key means nothing for another', async () => {
  const asked = {
    body: { workstream: 'live-chat', customer: { name: 'Ida' } },
    headers: { 'Idempotency-Key': 'shared' },
  };
  const one = await site.call(await site.token('integration', 'one'), 'POST', '/v1/conversations', asked);
  const two = await site.call(await site.token('integration', 'two'), 'POST', '/v1/conversations', asked);
  assert.deepEqual([one.status, two.status], [201, 201]);
  assert.notEqual(one.body['id'], two.body['id']);
});

test('[P4] a key too long to be told from others is refused, and those that differ late are two', async () => {
  const crm = await site.token('integration', 'crm');
  const open = (key: string): ReturnType<Site['call']> =>
    site.call(crm, 'POST', '/v1/conversations', {
      body: { workstream: 'live-chat', customer: { name: 'Ida' } },
      headers: { 'Idempotency-Key': key },
    });
  const long = 'k'.repeat(199);
  const [one, two] = [await open(`${long}1`), await open(`${long}2`)];
  assert.deepEqual([one.status, two.status], [201, 201]);
  assert.notEqual(one.body['id'], two.body['id']);
  const refused = await open(`${long}12`);
  assert.deepEqual([refused.status, refused.body['refusal']], [400, 'malformed']);
});

test('[A7] with dryRun nothing is written', async () => {
  const crm = await site.token('integration', 'crm');
  const body = { id: 'never', workstream: 'live-chat', customer: { name: 'Nia' } };
  assert.equal((await site.call(crm, 'POST', '/v1/conversations?dryRun=1', { body })).status, 201);
  assert.equal((await site.call(crm, 'GET', '/v1/conversations/never')).status, 404);
});

test('[R4] an integration speaks for a person with their rights, and the record has both names', async () => {
  const crm = await site.token('integration', 'crm');
  const id = await site.open();
  const headers = { 'Floorwalk-On-Behalf-Of': 'ines', 'Floorwalk-From': 'teams' };
  const assigned = await site.call(crm, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' }, headers });
  assert.equal(assigned.status, 200, JSON.stringify(assigned.body));
  const ada = await site.token('administrator', 'ada');
  const { body } = await site.call(ada, 'GET', `/v1/audit?about=${id}&limit=1000`);
  const line = body.items?.find(({ what }) => what === 'ConversationOffered');
  assert.equal(line?.['who'], 'ines');
  assert.equal(line?.['through'], 'crm');
  assert.equal(line?.['from'], 'teams');
  const unknown = await site.call(crm, 'GET', '/v1/floor', { headers: { 'Floorwalk-On-Behalf-Of': 'nobody' } });
  assert.equal(unknown.body['refusal'], 'unknownPerson');
});

test('only integrations speak for somebody', async () => {
  const ines = await site.token('supervisor', 'ines');
  const { status, body } = await site.call(ines, 'GET', '/v1/floor', { headers: { 'Floorwalk-On-Behalf-Of': 'ada' } });
  assert.equal(status, 403);
  assert.equal(body['refusal'], 'role');
});

test('[R3] what is streamed ends, cut off, when the right to it is withdrawn meanwhile', async (t) => {
  let isWithdrawn = false;
  const caller = { actor: { kind: 'system' } } as unknown as Caller;
  const auth = { caller: () => Promise.resolve(caller), isWithdrawn: () => isWithdrawn } as unknown as Auth;
  const next = Promise.withResolvers<void>();
  async function* lines(): AsyncGenerator<string> {
    yield 'one\n';
    await next.promise;
    yield 'two\n';
  }
  const app = express();
  app.get(
    '/',
    authenticate(auth, () => {}),
    respondStream('text/plain', lines),
  );
  const http = app.listen(0, '127.0.0.1');
  t.after(() => http.close());
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { authorization: 'Bearer x' } });
  const reader = answer.body?.getReader() ?? assert.fail();
  assert.equal(new TextDecoder().decode((await reader.read()).value), 'one\n');
  isWithdrawn = true;
  next.resolve();
  await assert.rejects(reader.read());
});
