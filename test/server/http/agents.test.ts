import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Site } from '../../support/site.ts';

let site: Site;
let crm: string;
let ines: string;
before(async () => {
  site = await startSite();
  crm = await site.token('integration', 'crm');
  ines = await site.token('supervisor', 'ines');
});
after(() => site.close());
const put = (token: string, path: string, body: object = {}): Promise<Answered> =>
  site.call(token, 'PUT', `/v1/agents/${path}`, { body });
const card = async (id: string): Promise<Answered['body']> => (await site.call(ines, 'GET', `/v1/agents/${id}`)).body;
/** Lets what the clock has set off reach the floor: commits are made in the background. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500; tries++) if (await isSo()) return;
  assert.fail('it never came to be so');
};

test('[K4] a supervisor sets an agent’s presence, the agent sees who, and it is on the record', async () => {
  assert.equal((await put(ines, 'ana/presence', { presence: 'away' })).status, 200);
  const { presence, setBy } = await card('ana');
  assert.deepEqual([presence, setBy], ['away', { id: 'ines', name: 'Ines' }]);
  const ada = await site.token('administrator', 'ada');
  const record = await site.call(ada, 'GET', '/v1/audit?about=ana&limit=1000');
  assert.ok(record.body.items?.some(({ what, who }) => what === 'PresenceSet' && who === 'ines'));
});

test('[K1] inactive is the system’s, and unknown presences and agents are refused', async () => {
  assert.equal((await put(ines, 'ana/presence', { presence: 'inactive' })).body['refusal'], 'presenceBySystem');
  assert.equal((await put(ines, 'ana/presence', { presence: 'asleep' })).body['refusal'], 'malformed');
  assert.equal((await put(ines, 'nobody/presence', { presence: 'away' })).body['refusal'], 'unknownAgent');
  const ben = await site.token('agent', 'ben');
  assert.equal((await put(ben, 'ana/presence', { presence: 'away' })).body['refusal'], 'role');
});

test('[K5] an integration’s lease makes an agent who works elsewhere reachable, and its end unreachable', async () => {
  assert.equal((await card('lena'))['reachable'], false);
  const taken = await put(crm, 'lena/lease');
  assert.equal(taken.status, 200, JSON.stringify(taken.body));
  assert.equal((await card('lena'))['reachable'], true);
  site.clock.step(20_000);
  assert.equal((await put(crm, 'lena/lease')).status, 200);
  for (let s = 0; s < 5; s++) site.clock.step(5_000);
  assert.equal((await card('lena'))['reachable'], true);
  await until(async () => {
    site.clock.step(5_000);
    return (await card('lena'))['reachable'] === false;
  });
});

test('[K5] a lease is given back at once, and only integrations with the right take one', async () => {
  assert.equal((await put(crm, 'lena/lease')).status, 200);
  assert.equal((await site.call(crm, 'DELETE', '/v1/agents/lena/lease')).status, 200);
  assert.equal((await card('lena'))['reachable'], false);
  assert.equal((await put(ines, 'lena/lease')).body['refusal'], 'role');
  assert.equal((await put(crm, 'ines/lease')).body['refusal'], 'unknownAgent');
  assert.equal((await put(crm, 'lena/lease', { seconds: 3_600 })).body['refusal'], 'malformed');
});
