import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Site } from '../../support/site.ts';

let site: Site;
before(async () => (site = await startSite()));
after(() => site.close());
const ask = (body: object): Promise<Answered> => site.call(undefined, 'POST', '/demo/token', { body });

test('an unknown user is created with the role asked for and a scope of everything', async () => {
  const token = await site.token('supervisor', 'grace.hopper');
  assert.equal((await site.call(token, 'GET', '/v1/floor')).status, 200);
  const person = site.tenant.floor.people.get('grace.hopper');
  assert.deepEqual([person?.name, person?.roles, person?.scope], ['Grace hopper', ['supervisor'], 'all']);
});

test('an unknown agent is created in every queue, so that they can pick', async () => {
  const token = await site.token('agent', 'newcomer');
  const id = await site.open();
  const picked = await site.call(token, 'POST', `/v1/conversations/${id}/pick`, { body: {} });
  assert.equal(picked.body['refusal'], 'agentUnreachable');
  assert.ok(site.tenant.floor.people.get('newcomer')?.queues.includes('billing'));
});

test('[R2] a known user keeps the rights of the directory, whatever role is asked for', async () => {
  const token = await site.token('supervisor', 'ana');
  assert.deepEqual(site.tenant.floor.people.get('ana')?.roles, ['agent']);
  assert.equal((await site.call(token, 'GET', '/v1/floor')).body['refusal'], 'role');
});

test('a role or a user that is none is refused', async () => {
  for (const body of [{}, { role: 'king' }, { role: 'agent', user: 'a b' }, { role: 'agent', user: '' }])
    assert.equal((await ask(body)).body['refusal'], 'malformed', JSON.stringify(body));
});
