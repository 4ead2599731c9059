import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Site } from '../../support/site.ts';

let site: Site;
let ada: string;
before(async () => {
  site = await startSite();
  ada = await site.token('administrator', 'ada');
  const ines = await site.token('supervisor', 'ines');
  const id = await site.open();
  await site.call(ines, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(ines, 'PUT', '/v1/agents/ben/presence', { body: { presence: 'away' } });
});
after(() => site.close());
const read = (token: string, query = ''): Promise<Answered> => site.call(token, 'GET', `/v1/audit?limit=1000${query}`);
const whats = ({ body }: Answered): string[] => (body.items ?? []).map(({ what }) => String(what));

test('[R4] the administrator reads everything, in pages that join without a gap', async () => {
  const all = await read(ada);
  assert.ok(whats(all).includes('ConversationOffered') && whats(all).includes('PresenceSet'));
  const offsets: unknown[] = [];
  let since = 0;
  for (;;) {
    const { body } = await site.call(ada, 'GET', `/v1/audit?limit=3&since=${since}`);
    offsets.push(...(body.items ?? []).map(({ offset }) => offset));
    if (body.items?.length === 0) break;
    since = Number(body['next']);
  }
  assert.deepEqual(
    offsets,
    all.body.items?.map(({ offset }) => offset),
  );
});

test('[R4] a supervisor reads the lines about themselves only', async () => {
  const ines = await read(await site.token('supervisor', 'ines'));
  // How the administrator set them up is about them as well.
  assert.deepEqual([...new Set(whats(ines))].toSorted(), ['ConversationOffered', 'DirectorySaved', 'PresenceSet']);
  const jonas = await read(await site.token('supervisor', 'jonas'));
  assert.deepEqual([...new Set(whats(jonas))], ['DirectorySaved']);
  assert.ok(jonas.body.items?.every(({ about }) => (about as string[]).includes('jonas')));
});

test('[R4] agents read theirs only where policy says so', async () => {
  const ana = await site.token('agent', 'ana');
  assert.equal((await read(ana)).body['refusal'], 'role');
  await site.call(ada, 'PUT', '/v1/directory/policy', { body: { auditVisibleToAgent: true } });
  assert.deepEqual([...new Set(whats(await read(ana)))].toSorted(), ['ConversationOffered', 'DirectorySaved']);
});

test('[R4] no line of the record says what was said', async () => {
  const id = await site.open();
  const crm = await site.token('integration', 'crm');
  const body = { id: 'm', text: 'VERY PRIVATE', plane: 'public', from: { customer: {} } };
  await site.call(crm, 'POST', `/v1/conversations/${id}/messages`, { body });
  assert.doesNotMatch(JSON.stringify((await read(ada)).body), /VERY PRIVATE/u);
});

test('a page that makes no sense is refused; integrations read no record', async () => {
  for (const query of ['&since=-1', '&since=x', '&limit=0', '&limit=100000']) {
    const { body } = await site.call(ada, 'GET', `/v1/audit?${query.slice(1)}`);
    assert.equal(body['refusal'], 'malformed', query);
  }
  assert.equal((await read(await site.token('integration', 'crm'))).body['refusal'], 'role');
});

test('[K3] the ledger equals what the states imply', async () => {
  assert.deepEqual((await site.call(ada, 'GET', '/v1/audit/ledger')).body, { items: [], total: 0 });
});

test('[R4] [M7] an agent reads when, by whom and how they were watched where policy says so, and else nobody tells them', async () => {
  const [ines, ana] = [await site.token('supervisor', 'ines'), await site.token('agent', 'ana')];
  const id = await site.open();
  const path = `/v1/conversations/${id}`;
  await site.call(ines, 'POST', `${path}/assign`, { body: { agent: 'ana' } });
  await site.call(ana, 'POST', `${path}/accept`);
  await site.call(ines, 'POST', `${path}/monitor`);
  await site.call(ines, 'POST', `${path}/join`);
  await site.call(ines, 'POST', `${path}/leave`);
  const watched = async (token = ana) => {
    const { body } = await read(token, `&about=${id}`);
    return (body.items ?? [])
      .filter(({ what }) => /^(?:Watch|Consultant)/u.test(String(what)))
      .map(({ who, what, at }) => [who, what, typeof at]);
  };
  await site.call(ada, 'PUT', '/v1/directory/policy', { body: { auditVisibleToAgent: true } });
  assert.deepEqual(await watched(), [
    ['ines', 'WatchStarted', 'number'],
    ['ines', 'ConsultantJoined', 'number'],
    ['ines', 'ConsultantLeft', 'number'],
  ]);
  const both = { name: 'Ana', roles: ['agent', 'supervisor'], scope: 'all', queues: [] };
  await site.call(ada, 'PUT', '/v1/directory/people/ana', { body: both });
  await site.call(ada, 'PUT', '/v1/directory/policy', { body: { auditVisibleToAgent: false } });
  const twice = await site.token('supervisor', 'ana');
  assert.deepEqual(await watched(twice), [], 'being a supervisor as well shows nobody who watches them');
});
