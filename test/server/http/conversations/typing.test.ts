import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../../support/site.ts';
import { Client } from '../../live/support/client.ts';

let site: Site;
before(async () => void (site = await startSite()));
after(() => site.close());

test('[M2] a customer of an integration who types is seen to by the agent, and it is stored nowhere', async () => {
  const [ines, ana] = [await site.token('supervisor', 'ines'), await site.token('agent', 'ana')];
  const crm = await site.token('integration', 'crm');
  const id = await site.open();
  await site.call(ines, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(ana, 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  const client = await new Client(`${site.url.replace('http', 'ws')}/v1/live`).opened();
  client.send({ type: 'hello', version: 1, token: ana });
  await client.type('welcome');
  client.send({ type: 'subscribe', id: 's1', topic: { kind: 'conversation', conversation: id } });
  await client.type('conversation');
  const before = site.tenant.offset;
  const typing = (token: string, of = id) => site.call(token, 'POST', `/v1/conversations/${of}/typing`, { body: {} });
  assert.equal((await typing(crm)).status, 200);
  const seen = await client.type('typing');
  assert.deepEqual([seen['plane'], (seen['who'] as { kind: string }).kind], ['public', 'customer']);
  assert.equal(site.tenant.offset, before);
  assert.equal((await typing(ines)).body['refusal'], 'role');
  assert.equal((await typing(crm, 'nowhere')).body['refusal'], 'unknownConversation');
  client.cut();
});
