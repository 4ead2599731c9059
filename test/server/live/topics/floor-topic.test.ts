import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FloorRow } from '@floorwalk/core/protocol';
import type { Client } from '../support/client.ts';
import { customerOf, startLive } from '../support/live.ts';

const rowsOf = (message: Readonly<Record<string, unknown>> | undefined): readonly FloorRow[] =>
  (message?.['rows'] ?? []) as readonly FloorRow[];
const follow = (client: Client, query: object = {}): Promise<Readonly<Record<string, unknown>>> => {
  client.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor', query } });
  return client.type('floor', 'f');
};

test('[F1] a change arrives by push, and only the rows that changed', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  await on.open('c2');
  const client = await on.staff('ines');
  const first = await follow(client);
  assert.deepEqual(
    rowsOf(first)
      .map(({ id }) => id)
      .toSorted(),
    ['c1', 'c2'],
  );
  await on.pass(300);
  await on.say(customerOf('c1'), 'c1', 'public', 'Hello?');
  const change = await client.type('floor', 'f');
  assert.deepEqual(
    rowsOf(change).map(({ id }) => id),
    ['c1'],
  );
  assert.equal(rowsOf(change)[0]?.lastPublic?.text, 'Hello?');
  assert.equal(change['total'], 2);
});

test('rows are sent at most every 250 ms, then in their latest state', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  const client = await on.staff('ines');
  await follow(client);
  for (const text of ['one', 'two', 'three']) await on.say(customerOf('c1'), 'c1', 'public', text);
  await on.settle();
  assert.equal(client.all('floor').length, 1);
  await on.pass(300);
  assert.equal(client.all('floor').length, 2);
  assert.equal(rowsOf(client.all('floor')[1])[0]?.lastPublic?.text, 'three');
});

test('[F2] subscribing again under the same id replaces the query and sends the whole window', async (t) => {
  const on = await startLive(t);
  for (const id of ['c1', 'c2', 'c3']) await on.open(id);
  const client = await on.staff('ines');
  await follow(client, { limit: 2 });
  await on.pass(300);
  const second = await follow(client, { limit: 2, offset: 1 });
  assert.equal(rowsOf(second).length, 2);
  assert.equal(second['total'], 3);
});

test('[R2] the floor is what the supervisor has in scope, and follows the directory at once', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  const client = await on.staff('jonas');
  assert.equal(rowsOf(await follow(client)).length, 1);
  await on.pass(300);
  await on.editPerson('jonas', { scope: ['delivery'] });
  assert.equal((await client.type('floor', 'f'))['total'], 0);
});

test('[R2] an agent and an administrator have no floor, and a supervisor who stops being one loses it', async (t) => {
  const on = await startLive(t);
  for (const person of ['ana', 'ada']) {
    const client = await on.staff(person);
    client.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor' } });
    const ended = await client.type('ended', 'f');
    assert.deepEqual([(ended['refusal'] as { refusal: string }).refusal, ended['resumes']], ['role', false]);
  }
  const client = await on.staff('jonas');
  await follow(client);
  await on.editPerson('jonas', { roles: ['administrator'] });
  await client.type('ended', 'f');
  assert.equal(client.ws.readyState, client.ws.OPEN);
});

test('[F3] a reason that the clock brings appears without any change', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  await on.say(customerOf('c1'), 'c1', 'public', 'Hello?');
  const client = await on.staff('ines');
  assert.deepEqual(rowsOf(await follow(client))[0]?.reasons, []);
  await on.pass(70_000);
  const last = client.all('floor').at(-1);
  assert.deepEqual(
    rowsOf(last)[0]?.reasons.map(({ kind }) => kind),
    ['waiting'],
  );
});

test('[K4] the board of agents follows presence and load; [K5] and who is reachable', async (t) => {
  const on = await startLive(t);
  const client = await on.staff('ines');
  client.send({ type: 'subscribe', id: 'a', topic: { kind: 'agents' } });
  const first = await client.type('agents', 'a');
  assert.ok((first['order'] as string[]).includes('lena'));
  await on.pass(300);
  await on.open('c1', 'ana');
  await on.pass(300);
  const cards = client.all('agents').flatMap(({ cards: some }) => some as { id: string; load: number }[]);
  assert.equal(cards.findLast(({ id }) => id === 'ana')?.load, 2);
  await on.staff('lena', { desk: true });
  await on.pass(300);
  const seen = client.all('agents').flatMap(({ cards: some }) => some as { id: string; reachable: boolean }[]);
  assert.equal(seen.findLast(({ id }) => id === 'lena')?.reachable, true);
});

test('[T5] the desk shows what the agent holds, what they are offered with its card, and what they may pick', async (t) => {
  const on = await startLive(t);
  await on.open('held', 'ana');
  const client = await on.staff('ben', { desk: true });
  client.send({ type: 'subscribe', id: 'd', topic: { kind: 'desk' } });
  const items = (message: Readonly<Record<string, unknown>> = {}) =>
    (message['desk'] as { items: { row: FloorRow; role: string; handover: { wants: string } | null }[] }).items;
  assert.deepEqual(items(await client.type('desk', 'd')), []);
  const card = {
    reason: '',
    wants: 'A refund',
    tried: '',
    promised: '',
    promisedBy: '',
    lastQuestion: '',
    sentiment: '',
  };
  await on.pass(300);
  await on.must(on.actor('ines'), 'held', { type: 'Transfer', agent: 'ben', handover: card });
  await on.saveDirectory({ kind: 'queue', value: { ...on.tenant.floor.queues.get('billing')!, distribution: 'pick' } });
  await on.open('waits');
  await on.pass(600);
  const now = items(client.all('desk', 'd').at(-1));
  assert.deepEqual(
    now.map(({ row, role }) => [row.id, role]),
    [
      ['held', 'offeree'],
      ['waits', 'pick'],
    ],
  );
  assert.equal(now[0]?.handover?.wants, 'A refund');
  assert.equal(now[1]?.handover, null);
});
