import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../../support/site.ts';

let site: Site;
before(async () => {
  const sha256 = createHash('sha256').update('reader').digest('hex');
  site = await startSite({ env: { FLOORWALK_INTEGRATION_KEYS: `reader:${sha256}:demo:read` } });
});
after(() => site.close());

test('[R2] an integration does what its key lists and nothing else', async () => {
  const id = await site.open();
  const message = { id: 'm1', text: 'Hello', plane: 'public', from: { customer: {} } };
  const asks = [
    await site.call('reader', 'POST', '/v1/conversations', {
      body: { workstream: 'live-chat', customer: { name: 'X' } },
    }),
    await site.call('reader', 'POST', `/v1/conversations/${id}/messages`, { body: message }),
    await site.call('reader', 'POST', `/v1/conversations/${id}/end`, { body: {} }),
    await site.call('reader', 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } }),
    await site.call('reader', 'PUT', '/v1/agents/lena/lease', { body: {} }),
    await site.call('reader', 'GET', '/v1/outbox?workstream=live-chat'),
    await site.call('reader', 'GET', '/v1/audit'),
    await site.call('reader', 'GET', '/v1/floor', { headers: { 'Floorwalk-On-Behalf-Of': 'ines' } }),
  ];
  for (const { status, body } of asks) assert.deepEqual([status, body['refusal']], [403, 'role'], JSON.stringify(body));
  assert.equal((await site.call('reader', 'GET', `/v1/conversations/${id}/messages`)).status, 200);
  assert.equal(site.tenant.floor.conversations.get(id)?.state, 'open');
});
