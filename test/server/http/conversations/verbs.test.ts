import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Site } from '../../../support/site.ts';

let site: Site;
let crm: string;
let ines: string;
let ana: string;
let ben: string;
before(async () => {
  site = await startSite();
  crm = await site.token('integration', 'crm');
  ines = await site.token('supervisor', 'ines');
  ana = await site.token('agent', 'ana');
  ben = await site.token('agent', 'ben');
});
after(() => site.close());
const post = (token: string, path: string, body: object = {}): Promise<Answered> =>
  site.call(token, 'POST', `/v1/conversations/${path}`, { body });
const must = async (answer: Promise<Answered>): Promise<Answered['body']> => {
  const { status, body } = await answer;
  assert.ok(status < 300, JSON.stringify(body));
  return body;
};

test('[C1] a conversation goes its whole way by HTTP: assigned, accepted, transferred, ended, closed', async () => {
  const id = await site.open();
  assert.equal((await must(post(ines, `${id}/assign`, { agent: 'ana' })))['state'], 'offered');
  assert.equal((await must(post(ana, `${id}/accept`)))['state'], 'engaged');
  await must(post(ines, `${id}/transfer`, { agent: 'ben', reason: 'Knows invoices', handover: { wants: 'A refund' } }));
  const detail = await must(site.call(ben, 'GET', `/v1/conversations/${id}`));
  const { reason, wants } = detail['handover'] as { reason: string; wants: string };
  assert.deepEqual([reason, wants], ['Knows invoices', 'A refund']);
  await must(post(ben, `${id}/accept`));
  assert.equal((await must(post(ben, `${id}/end`)))['state'], 'wrap-up');
  assert.equal((await must(post(ben, `${id}/close`)))['state'], 'closed');
  const late = await post(ines, `${id}/assign`, { agent: 'ana' });
  assert.equal(late.status, 409);
  assert.equal(late.body['state'], 'closed');
});

test('[A6] of two supervisors at once exactly one wins, and the other is told who', async () => {
  const id = await site.open();
  const jonas = await site.token('supervisor', 'jonas');
  const answers = await Promise.all([
    post(ines, `${id}/assign`, { agent: 'ana' }),
    post(jonas, `${id}/assign`, { agent: 'ben' }),
  ]);
  const [lost, ...more] = answers.filter(({ status }) => status >= 300);
  assert.equal(more.length, 0);
  assert.equal(lost?.status, 409);
  assert.match(JSON.stringify(lost?.body['winner']), /Ines|Jonas/u);
  assert.equal(lost?.body['state'], 'offered');
});

test('[A7] what if: the same rules answer, and nothing happens', async () => {
  const id = await site.open();
  const asked = await must(post(ines, `${id}/assign?dryRun=1`, { agent: 'ana' }));
  assert.equal(asked['state'], 'offered');
  assert.equal((await post(ines, `${id}/assign?dryRun=1`, { agent: 'lena' })).body['refusal'], 'agentUnreachable');
  const detail = await must(site.call(ines, 'GET', `/v1/conversations/${id}`));
  assert.equal(detail['state'], 'open');
});

test('[B3] an agent raises a hand by HTTP, one of two supervisors claims it, and the integration sees nothing of it', async () => {
  const id = await site.open();
  const jonas = await site.token('supervisor', 'jonas');
  await must(post(ines, `${id}/assign`, { agent: 'ana' }));
  await must(post(ana, `${id}/accept`));
  const outside = await must(site.call(crm, 'GET', `/v1/conversations/${id}`));
  await must(post(ana, `${id}/raise-hand`, { text: 'A line only for the house' }));
  assert.equal((await post(ana, `${id}/raise-hand`, { text: 'Again' })).body['refusal'], 'handRaised');
  const answers = await Promise.all([post(ines, `${id}/claim`), post(jonas, `${id}/claim`)]);
  const [lost, ...more] = answers.filter(({ status }) => status === 409);
  assert.equal(more.length, 0);
  assert.equal(lost?.body['refusal'], 'handClaimed');
  assert.match(JSON.stringify(lost.body['winner']), /(Ines|Jonas).*HandClaimed/u);
  const detail = await must(site.call(ana, 'GET', `/v1/conversations/${id}`));
  const hand = detail['hand'] as { text: string; claimedBy: { name: string } };
  assert.equal(hand.text, 'A line only for the house');
  assert.match(hand.claimedBy.name, /Ines|Jonas/u);
  const { version: _now, ...seen } = await must(site.call(crm, 'GET', `/v1/conversations/${id}`));
  const { version: _then, ...before } = outside;
  assert.deepEqual(seen, before);
  assert.doesNotMatch(JSON.stringify(await must(site.call(crm, 'GET', `/v1/conversations/${id}/messages`))), /house/u);
  await must(post(ana, `${id}/lower-hand`));
  assert.equal((await must(site.call(ana, 'GET', `/v1/conversations/${id}`)))['hand'], null);
});

test('bodies of verbs are checked: two targets, none, unknown agents and queues, a missing reason', async () => {
  const id = await site.open();
  const cases: readonly (readonly [string, object, string])[] = [
    ['assign', {}, 'malformed'],
    ['assign', { agent: 'ana', queue: 'delivery' }, 'malformed'],
    ['assign', { agent: 7 }, 'malformed'],
    ['assign', { agent: 'nobody' }, 'unknownAgent'],
    ['assign', { queue: 'nowhere' }, 'unknownQueue'],
    ['assign', { agent: 'ana', override: { reason: ' ' } }, 'malformed'],
    ['force-close', {}, 'malformed'],
    ['transfer', {}, 'malformed'],
    ['raise-hand', {}, 'malformed'],
    ['raise-hand', { text: ' ' }, 'malformed'],
    ['raise-hand', { text: 'x'.repeat(301) }, 'malformed'],
  ];
  for (const [verb, body, refusal] of cases)
    assert.equal((await post(ines, `${id}/${verb}`, body)).body['refusal'], refusal, `${verb} ${JSON.stringify(body)}`);
});

test('[C1] an integration ends a conversation for its customer', async () => {
  const id = await site.open();
  assert.equal((await must(post(crm, `${id}/end`)))['state'], 'closed');
});

test('[C1] a customer who writes after the end is never refused: the integration learns where it went', async () => {
  const id = await site.open();
  await must(post(crm, `${id}/end`));
  const said = await must(
    post(crm, `${id}/messages`, { id: 'late', text: 'And?', plane: 'public', from: { customer: {} } }),
  );
  const moved = String(said['movedTo']);
  const detail = await must(site.call(crm, 'GET', `/v1/conversations/${moved}`));
  assert.deepEqual([detail['previous'], detail['state']], [id, 'open']);
});

test('[P4] a message sent twice is stored once; its id for another author is refused', async () => {
  const id = await site.open();
  const message = { id: 'same', text: 'Once', plane: 'public', from: { customer: {} } };
  const first = await must(post(crm, `${id}/messages`, message));
  assert.deepEqual(await must(post(crm, `${id}/messages`, message)), first);
  await must(post(ines, `${id}/assign`, { agent: 'ana' }));
  await must(post(ana, `${id}/accept`));
  const reused = await post(ana, `${id}/messages`, { id: 'same', text: 'Mine', plane: 'public' });
  assert.deepEqual([reused.status, reused.body['refusal']], [409, 'identifierReused']);
  const read = await must(site.call(ana, 'GET', `/v1/conversations/${id}/messages`));
  assert.equal(read.items?.filter(({ type }) => type === 'message').length, 1);
});

test('[M2] who only monitors writes nothing, on either plane', async () => {
  const id = await site.open();
  await must(post(ines, `${id}/assign`, { agent: 'ana' }));
  await must(post(ana, `${id}/accept`));
  await must(post(ines, `${id}/monitor`));
  for (const plane of ['public', 'internal'])
    assert.equal(
      (await post(ines, `${id}/messages`, { id: `m-${plane}`, text: 'Psst', plane })).body['refusal'],
      'notParticipant',
    );
});

test('people do not choose who speaks', async () => {
  const id = await site.open();
  const answered = await post(ines, `${id}/messages`, { id: 'x', text: 'Hi', plane: 'public', from: { agent: 'ana' } });
  assert.equal(answered.body['refusal'], 'malformed');
});

test('an agent who works elsewhere speaks through the integration', async () => {
  const id = await site.open();
  await must(post(ines, `${id}/assign`, { agent: 'ana' }));
  await must(post(ana, `${id}/accept`));
  await must(post(crm, `${id}/messages`, { id: 'a1', text: 'From afar', plane: 'public', from: { agent: 'ana' } }));
  const refused = await post(crm, `${id}/messages`, {
    id: 'b1',
    text: 'Not mine',
    plane: 'public',
    from: { agent: 'ben' },
  });
  assert.equal(refused.body['refusal'], 'notParticipant');
});
