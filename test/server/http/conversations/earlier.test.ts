import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Site } from '../../../support/site.ts';

let site: Site;
let ines: string;
let ana: string;
let ben: string;
before(async () => {
  site = await startSite();
  ines = await site.token('supervisor', 'ines');
  ana = await site.token('agent', 'ana');
  ben = await site.token('agent', 'ben');
});
after(() => site.close());

const mo = { customer: { name: 'Mo', id: 'mo-1' } };
const post = async (token: string, path: string, body: object = {}): Promise<void> => {
  const answered = await site.call(token, 'POST', `/v1/conversations/${path}`, { body });
  assert.ok(answered.status < 300, JSON.stringify(answered.body));
};
const get = (token: string, path: string): Promise<Answered> => site.call(token, 'GET', `/v1/conversations/${path}`);
const idsOf = ({ body }: Answered): unknown[] => (body.items ?? []).map(({ id }) => id);
const textsOf = ({ body }: Answered): unknown[] =>
  (body.items ?? []).filter(({ type }) => type === 'message').map(({ text }) => text);
const held = async (agent: string, token: string, more: object): Promise<string> => {
  const id = await site.open(more);
  await post(ines, `${id}/assign`, { agent, override: { reason: 'test' } });
  await post(token, `${id}/accept`);
  return id;
};
/** Mo's conversation with ben, closed, with a message on each plane. */
const record = async (more: object = mo): Promise<string> => {
  const id = await held('ben', ben, { subject: 'The chair', ...more });
  await post(ben, `${id}/messages`, { id: `${id}-p`, text: 'It is on its way.', plane: 'public' });
  await post(ben, `${id}/messages`, { id: `${id}-i`, text: 'Rude again.', plane: 'internal' });
  await post(ben, `${id}/end`);
  await post(ben, `${id}/close`);
  return id;
};
const reads = async (id: string): Promise<readonly unknown[]> => {
  const ada = await site.token('administrator', 'ada');
  const { body } = await site.call(ada, 'GET', `/v1/audit?about=${id}&limit=1000`);
  return (body.items ?? []).filter(({ what }) => what === 'RecordRead').map(({ who }) => who);
};

test('[M9] the agent whom a customer is with reads what that customer read earlier, nothing internal, on the record', async () => {
  const before = await record();
  const now = await held('ana', ana, mo);
  const listed = await get(ana, `${now}/earlier`);
  assert.deepEqual(idsOf(listed), [before]);
  const [item] = listed.body.items ?? [];
  assert.deepEqual(
    [item?.['subject'], item?.['outcome'], item?.['agent']],
    ['The chair', 'endedByAgent', { id: 'ben', name: 'Ben' }],
  );
  assert.doesNotMatch(JSON.stringify(listed.body), /on its way|Rude/u);
  assert.deepEqual(await reads(before), []);
  assert.deepEqual(textsOf(await get(ana, `${before}/messages`)), ['It is on its way.']);
  await get(ana, `${before}/messages`);
  assert.deepEqual(await reads(before), ['ana']);
});

test('[M9] without the customer in hand, or outside the queues that they serve, an agent finds and reads none', async () => {
  const lea = { customer: { name: 'Lea', id: 'lea-1' } };
  const before = await record(lea);
  assert.equal((await get(ana, `${before}/messages`)).status, 404);
  const now = await held('ana', ana, lea);
  assert.equal((await get(ben, `${now}/earlier`)).status, 404);
  assert.equal(textsOf(await get(ana, `${before}/messages`)).length, 1);
  await post(ana, `${now}/end`);
  await post(ana, `${now}/close`);
  assert.equal((await get(ana, `${before}/messages`)).status, 404);
});

test('[M9] two customers of the same name without an id are not taken for one', async () => {
  const before = await record({ customer: { name: 'Jo' } });
  const now = await held('ana', ana, { customer: { name: 'Jo' } });
  assert.deepEqual(idsOf(await get(ana, `${now}/earlier`)), []);
  assert.equal((await get(ana, `${before}/messages`)).status, 404);
  assert.deepEqual(idsOf(await get(ben, `${before}/earlier`)), []);
});
