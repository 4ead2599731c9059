import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';
import { Client } from './support/client.ts';

let site: Site;
before(async () => (site = await startSite()));
after(() => site.close());

const ENTRA = { tenant: '11111111-1111-1111-1111-111111111111', object: '00000000-0000-0000-0000-000000000101' };

async function nameInes(disabled = false): Promise<void> {
  const ada = await site.token('administrator', 'ada');
  const body = { name: 'Ines', roles: ['supervisor'], scope: 'all', identities: [{ entra: ENTRA }], disabled };
  const { status } = await site.call(ada, 'PUT', '/v1/directory/people/ines', { body });
  assert.equal(status, 200);
}

const connect = (): Promise<Client> => new Client(`${site.url.replace('http', 'ws')}/v1/live`).opened();

test('[R4] an integration connects for a supervisor whom Entra knows, sees what they may see, and the record has both names', async () => {
  await nameInes();
  const id = await site.open();
  const client = await connect();
  const behalf = { person: `entra:${ENTRA.tenant}:${ENTRA.object}`, from: 'teams' };
  client.send({ type: 'hello', version: 1, token: await site.token('integration', 'teams-bot'), behalf });
  const { person } = await client.type('welcome');
  assert.equal((person as { id: string }).id, 'ines');
  client.send({ type: 'command', id: 'a1', command: { type: 'assign', conversation: id, agent: 'ana' } });
  await client.type('answer');
  const { body } = await site.call(await site.token('administrator', 'ada'), 'GET', `/v1/audit?about=${id}&limit=1000`);
  const line = body.items?.find(({ what }) => what === 'ConversationOffered');
  assert.deepEqual([line?.['who'], line?.['through'], line?.['from']], ['ines', 'teams-bot', 'teams']);
  client.cut();
});

test('[R3] the connection ends when the person is disabled, whoever made it', async () => {
  await nameInes();
  const client = await connect();
  client.send({
    type: 'hello',
    version: 1,
    token: await site.token('integration', 'teams-bot'),
    behalf: { person: 'ines', from: 'teams' },
  });
  await client.type('welcome');
  await nameInes(true);
  assert.equal((await client.closed).code, 4503);
});

test('[R2] nobody connects for somebody without that right, and nobody for a stranger', async () => {
  await nameInes();
  const integration = await site.token('integration', 'teams-bot');
  const cases = [
    { token: await site.token('supervisor', 'ines'), behalf: { person: 'ada' } },
    { token: integration, behalf: { person: `entra:another-tenant:${ENTRA.object}` } },
    { token: integration },
  ];
  for (const hello of cases) {
    const client = await connect();
    client.send({ type: 'hello', version: 1, ...hello });
    assert.equal((await client.closed).code, 4502);
  }
});
