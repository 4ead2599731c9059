import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';

let site: Site;
let ada: string;
before(async () => {
  site = await startSite();
  ada = await site.token('administrator', 'ada');
});
after(() => site.close());

async function talk(isClosed: boolean): Promise<string> {
  const id = await site.open({ customer: { name: 'Marta Quill', id: `mq-${isClosed}` }, subject: 'Boiler' });
  const [crm, ines, ana] = [
    await site.token('integration', 'crm'),
    await site.token('supervisor', 'ines'),
    await site.token('agent', 'ana'),
  ];
  const path = `/v1/conversations/${id}`;
  await site.call(ines, 'POST', `${path}/assign`, { body: { agent: 'ana' } });
  await site.call(ana, 'POST', `${path}/accept`);
  const said = { id: 'm', text: 'It is on fire', plane: 'public', from: { customer: {} } };
  await site.call(crm, 'POST', `${path}/messages`, { body: said });
  const note = { id: 'n', text: 'A whispered remark', plane: 'internal' };
  assert.equal((await site.call(ana, 'POST', `${path}/messages`, { body: note })).status, 201);
  if (isClosed) await site.call(ines, 'POST', `${path}/force-close`, { body: { reason: 'Done' } });
  return id;
}

test('[R6][P3] a customer is handed what they wrote and read, and nothing internal; then erased', async () => {
  const id = await talk(true);
  const kept = await site.call(ada, 'GET', '/v1/customers/mq-true');
  const text = JSON.stringify(kept.body);
  assert.match(text, /It is on fire/u);
  assert.match(text, /Marta Quill/u);
  assert.doesNotMatch(text, /whispered/u);
  const planned = await site.call(ada, 'DELETE', '/v1/customers/mq-true?dryRun=1');
  assert.deepEqual(planned.body, { conversations: [id] });
  assert.match(JSON.stringify((await site.call(ada, 'GET', '/v1/customers/mq-true')).body), /on fire/u);
  assert.deepEqual((await site.call(ada, 'DELETE', '/v1/customers/mq-true')).body, { conversations: [id] });
  assert.equal((await site.call(ada, 'GET', '/v1/customers/mq-true')).body['total'], 0);
  const ines = await site.token('supervisor', 'ines');
  for (const path of ['', '/messages']) {
    const { body } = await site.call(ines, 'GET', `/v1/conversations/${id}${path}`);
    assert.doesNotMatch(JSON.stringify(body), /Marta|fire|whispered|Boiler/u, path);
  }
  const record = JSON.stringify((await site.call(ada, 'GET', '/v1/audit?limit=1000')).body);
  assert.match(record, /ConversationErased/u);
  assert.match(record, /CustomerExported/u);
  assert.doesNotMatch(record, /Marta|fire|whispered|mq-true/u);
});

test('[R6] whoever is still on the floor is not erased, and it is said which conversation to close', async () => {
  const id = await talk(false);
  const { status, body } = await site.call(ada, 'DELETE', '/v1/customers/mq-false');
  assert.equal(status, 409);
  assert.match(String(body['detail']), new RegExp(id, 'u'));
  const one = await site.call(ada, 'GET', `/v1/customers/conversation:${id}`);
  assert.equal(one.body['total'], 1);
});

test('[R6] supervisors, agents and integrations without the right neither read nor erase a customer', async () => {
  for (const role of ['supervisor', 'agent', 'integration'] as const) {
    const token = await site.token(role, role === 'integration' ? 'crm' : role === 'agent' ? 'ana' : 'ines');
    for (const method of ['GET', 'DELETE'])
      assert.equal((await site.call(token, method, '/v1/customers/mq-false')).body['refusal'], 'role', role);
  }
});
