import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Site } from '../../../support/site.ts';

let site: Site;
let crm: string;
let ines: string;
let jonas: string;
let ana: string;
let ben: string;
let ada: string;
before(async () => {
  site = await startSite();
  crm = await site.token('integration', 'crm');
  ines = await site.token('supervisor', 'ines');
  jonas = await site.token('supervisor', 'jonas');
  ana = await site.token('agent', 'ana');
  ben = await site.token('agent', 'ben');
  ada = await site.token('administrator', 'ada');
});
after(() => site.close());

const post = (token: string, path: string, body: object = {}): Promise<Answered> =>
  site.call(token, 'POST', `/v1/conversations/${path}`, { body });
const get = (token: string, path: string): Promise<Answered> => site.call(token, 'GET', `/v1/conversations${path}`);
const must = (answered: Answered): Answered => {
  assert.ok(answered.status < 300, JSON.stringify(answered.body));
  return answered;
};
/** A chat in ana's hands with a public and an internal message. */
const engaged = async (more: object = {}): Promise<string> => {
  const id = await site.open(more);
  must(await post(ines, `${id}/assign`, { agent: 'ana', override: { reason: 'test' } }));
  must(await post(ana, `${id}/accept`));
  must(await post(crm, `${id}/messages`, { id: 'm1', text: 'Where is it?', plane: 'public', from: { customer: {} } }));
  must(await post(ana, `${id}/messages`, { id: 'm2', text: 'Angry one.', plane: 'internal' }));
  return id;
};
const texts = ({ body }: Answered): string[] =>
  (body.items ?? []).filter(({ type }) => type === 'message').map(({ text }) => String(text));
const audit = async (id: string, what: string): Promise<number> =>
  (await site.call(ada, 'GET', `/v1/audit?about=${id}&limit=1000`)).body.items?.filter((line) => line['what'] === what)
    .length ?? 0;

test('[M8] reading the messages as a supervisor is monitoring: both planes, and one line on the record until idle', async () => {
  const id = await engaged();
  const first = must(await get(ines, `/${id}/messages`));
  assert.deepEqual(texts(first).toSorted(), ['Angry one.', 'Where is it?']);
  await get(ines, `/${id}/messages`);
  assert.equal(await audit(id, 'WatchStarted'), 1);
  site.clock.step(11 * 60_000);
  await get(ines, `/${id}/messages`);
  assert.equal(await audit(id, 'WatchStarted'), 2);
});

test('[M8] a supervisor is refused the text for the same reasons as monitoring, and nothing is on the record', async () => {
  const open = await site.open();
  const refused = await get(ines, `/${open}/messages`);
  assert.equal(refused.status, 409);
  assert.equal(refused.body['refusal'], 'state');
  assert.equal(refused.body['state'], 'open');
  const far = await engaged({ queue: 'delivery' });
  assert.equal((await get(jonas, `/${far}/messages`)).body['refusal'], 'outOfScope');
  assert.equal((await get(jonas, `/${far}`)).body['refusal'], 'outOfScope');
  assert.equal(await audit(far, 'WatchStarted'), 0);
});

test('[P1] the agent reads both planes, the integration the public one only, another agent nothing', async () => {
  const id = await engaged();
  assert.equal(texts(must(await get(ana, `/${id}/messages`))).length, 2);
  assert.deepEqual(texts(must(await get(crm, `/${id}/messages`))), ['Where is it?']);
  const foreign = await get(ben, `/${id}/messages`);
  assert.equal(foreign.status, 404);
  assert.equal(foreign.body['refusal'], 'unknownConversation');
  assert.doesNotMatch(JSON.stringify((await get(crm, `/${id}`)).body), /Angry|watch|consult/u);
});

test('[R2] the administrator does not read conversations', async () => {
  const id = await engaged();
  for (const path of [`/${id}`, `/${id}/messages`, `/${id}/candidates?for=assign`])
    assert.equal((await get(ada, path)).body['refusal'], 'role', path);
});

test('[P1] an offeree reads the public plane only', async () => {
  const id = await site.open();
  must(await post(crm, `${id}/messages`, { id: 'a', text: 'Hello?', plane: 'public', from: { customer: {} } }));
  must(await post(ines, `${id}/assign`, { agent: 'ben', override: { reason: 'test' } }));
  assert.deepEqual(texts(must(await get(ben, `/${id}/messages`))), ['Hello?']);
  assert.equal(must(await get(ben, `/${id}`)).body['role'], 'offeree');
});

test('[M8] a closed record is read by who had it and, on the record, by supervisors in scope', async () => {
  const id = await engaged();
  must(await post(ana, `${id}/end`));
  must(await post(ana, `${id}/close`));
  assert.equal(texts(must(await get(ana, `/${id}/messages`))).length, 2);
  assert.equal(texts(must(await get(jonas, `/${id}/messages`))).length, 2);
  assert.equal(await audit(id, 'RecordRead'), 1);
  assert.equal((await get(ben, `/${id}/messages`)).status, 404);
  assert.equal((await post(ines, `${id}/messages`, { id: 'z', text: 'Late', plane: 'internal' })).status, 403);
});

test('[C3] conversations are found by their CRM record and customer, each reader seeing what they may', async () => {
  const id = await site.open({ context: { type: 'case', id: '42' }, customer: { name: 'Mo', id: 'mo-1' } });
  await site.open({ context: { type: 'case', id: '42' }, queue: 'delivery' });
  const ids = async (token: string, query: string): Promise<unknown[]> =>
    (must(await get(token, `?${query}`)).body.items ?? []).map((item) => item['id']);
  assert.equal((await ids(ines, 'context=case:42')).length, 2);
  assert.deepEqual(await ids(jonas, 'context=case:42'), [id]);
  assert.deepEqual(await ids(crm, 'context=case:42&customer=mo-1'), [id]);
  assert.deepEqual(await ids(ines, 'context=case:42&state=closed'), []);
  assert.equal((await get(ines, '?state=lost')).body['refusal'], 'malformed');
});

test('[A2] the candidates come with units and reasons, and are refused as the command would be', async () => {
  const id = await site.open();
  const { body } = must(await get(ines, `/${id}/candidates?for=assign&all=1`));
  const agents = body['agents'] as { id: string; units: number; refusal: string | null }[];
  assert.ok(agents.some((agent) => agent.id === 'ana' && agent.units === 2 && agent.refusal === null));
  assert.equal(agents.find((agent) => agent.id === 'lena')?.refusal, 'agentUnreachable');
  assert.equal((await get(ines, `/${id}/candidates?for=transfer`)).body['refusal'], 'state');
  assert.equal((await get(ines, `/${id}/candidates`)).body['refusal'], 'malformed');
});

test('[T5][M8] who may transfer gets a card drafted from the public plane, which is monitoring and on the record', async () => {
  const id = await engaged();
  const { body } = must(await get(ines, `/${id}/handover-draft`));
  assert.equal(body['wants'], 'Where is it?');
  assert.equal(body['lastQuestion'], 'Where is it?');
  assert.equal(body['tried'], '');
  assert.ok(!JSON.stringify(body).includes('Angry one.'));
  assert.equal(await audit(id, 'WatchStarted'), 1);
});

test('[T5][M8] who may not transfer or not read gets no draft, and nothing is on the record', async () => {
  const open = await site.open();
  assert.equal((await get(ines, `/${open}/handover-draft`)).body['refusal'], 'state');
  const far = await engaged({ queue: 'delivery' });
  assert.equal((await get(jonas, `/${far}/handover-draft`)).body['refusal'], 'outOfScope');
  assert.equal((await get(ana, `/${far}/handover-draft`)).body['refusal'], 'role');
  assert.equal((await get(crm, `/${far}/handover-draft`)).body['refusal'], 'role');
  assert.equal((await get(ines, `/${far}`)).body['handoverDraft'], undefined);
  assert.equal(await audit(far, 'WatchStarted'), 0);
});

test('an unknown conversation is one, whatever is asked of it', async () => {
  for (const path of ['/nope', '/nope/messages', '/nope/candidates?for=assign'])
    assert.equal((await get(ines, path)).body['refusal'], 'unknownConversation', path);
  for (const verb of ['assign', 'monitor', 'join', 'pick', 'force-close'])
    assert.equal(
      (await post(ines, `nope/${verb}`, { agent: 'ana', reason: 'test' })).body['refusal'],
      'unknownConversation',
      verb,
    );
});
