import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Site } from '../../support/site.ts';

let site: Site;
before(async () => {
  site = await startSite();
  await site.open({ subject: 'Invoice 7' });
  await site.open({ queue: 'delivery', subject: 'Parcel' });
});
after(() => site.close());
const floor = async (
  role: 'supervisor' | 'agent' | 'administrator' | 'integration',
  user: string,
  query = '',
): Promise<Answered> => site.call(await site.token(role, user), 'GET', `/v1/floor${query}`);
const subjects = ({ body }: Answered): string[] => (body.items ?? []).map(({ subject }) => String(subject)).toSorted();

test('[F1] a supervisor sees the conversations of their scope and no other is counted', async () => {
  const all = await floor('supervisor', 'ines');
  assert.deepEqual(subjects(all), ['Invoice 7', 'Parcel']);
  assert.equal(all.body['total'], 2);
  const some = await floor('supervisor', 'jonas');
  assert.deepEqual(subjects(some), ['Invoice 7']);
  assert.equal((some.body['counts'] as { all: number }).all, 1);
});

test('[F2] views, filters, text, order and window are asked for by the query', async () => {
  assert.deepEqual(subjects(await floor('supervisor', 'ines', '?queue=delivery')), ['Parcel']);
  assert.deepEqual(subjects(await floor('supervisor', 'ines', '?queue=delivery,billing&text=invoice')), ['Invoice 7']);
  assert.deepEqual(subjects(await floor('supervisor', 'ines', '?view=active')), []);
  const both = await floor('supervisor', 'ines', '?queue=delivery&queue=billing&channel=liveChat&channel=sms');
  assert.deepEqual(subjects(both), ['Invoice 7', 'Parcel']);
  assert.deepEqual(subjects(await floor('supervisor', 'ines', '?agent=ana&agent=ben')), []);
  const page = await floor('supervisor', 'ines', '?sort=subject&offset=1&limit=1');
  assert.deepEqual(subjects(page), ['Parcel']);
  assert.equal(page.body['total'], 2);
  assert.deepEqual(subjects(await floor('supervisor', 'ines', '?sort=-subject&limit=1')), ['Parcel']);
});

test('a query that means nothing is refused, not guessed', async () => {
  for (const query of ['?view=best', '?sort=luck', '?limit=many', '?limit=9999', '?offset=-1', '?channel=pigeon']) {
    const { status, body } = await floor('supervisor', 'ines', query);
    assert.equal(status, 400, query);
    assert.equal(body['refusal'], 'malformed');
  }
});

test('[R2] an administrator and an integration have no floor', async () => {
  assert.equal((await floor('administrator', 'ada')).body['refusal'], 'role');
  assert.equal((await floor('integration', 'crm')).body['refusal'], 'role');
});

test('[K4] the board is for supervisors; an agent sees their own card', async () => {
  const ines = await site.token('supervisor', 'ines');
  const board = await site.call(ines, 'GET', '/v1/agents');
  assert.ok(['ana', 'ben', 'kofi', 'lena'].every((id) => board.body.items?.some((card) => card['id'] === id)));
  const ana = await site.token('agent', 'ana');
  assert.deepEqual(
    (await site.call(ana, 'GET', '/v1/agents')).body.items?.map(({ id }) => id),
    ['ana'],
  );
  assert.equal((await site.call(ana, 'GET', '/v1/agents/ben')).body['refusal'], 'role');
  assert.equal((await site.call(ines, 'GET', '/v1/agents/nobody')).body['refusal'], 'unknownAgent');
});
