import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatServerMessage, close, parse, type ChatEntry } from '@floorwalk/core/protocol';
import type { Client } from '../support/client.ts';
import { customerOf, startLive, type Server } from '../support/live.ts';

const entriesOf = (client: Client): ChatEntry[] =>
  client.all('entries').flatMap(({ entries }) => entries as ChatEntry[]);
const textsOf = (client: Client): string[] => entriesOf(client).flatMap((e) => (e.type === 'message' ? [e.text] : []));
const noticesOf = (client: Client): string[] => entriesOf(client).flatMap((e) => (e.type === 'notice' ? [e.kind] : []));
const welcomeOf = (client: Client) => client.messages[0] as { epoch: string; offset: number; consent: boolean };

test('[P1] a customer gets the public plane with names and kinds, and nothing of the other one', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  await on.say(on.actor('ana'), 'c1', 'public', 'Good morning');
  await on.say(on.actor('ana'), 'c1', 'internal', 'a secret');
  const client = await on.customer('c1');
  await on.say(on.actor('ana'), 'c1', 'internal', 'another secret');
  await on.settle();
  assert.deepEqual(textsOf(client), ['Good morning']);
  assert.deepEqual(
    entriesOf(client).find(({ type }) => type === 'message'),
    {
      type: 'message',
      offset: 4,
      id: 'c1-Good-morning',
      at: on.clock.now(),
      from: { kind: 'agent', name: 'Ana' },
      text: 'Good morning',
    },
  );
  assert.doesNotMatch(client.texts.slice(1).join(), /secret|version|winner|internal/);
  for (const message of client.messages) assert.ok(parse(chatServerMessage, message).ok);
});

test('[P4] a text sent twice is stored once and answered the same', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  client.send({ type: 'say', id: 'm1', text: 'Hello' });
  client.send({ type: 'say', id: 'm1', text: 'Hello' });
  await client.type('accepted', 'm1');
  await client.type('accepted', 'm1');
  await on.settle();
  assert.deepEqual(textsOf(client), ['Hello']);
});

test('a second tab shows the same, and a reconnect only what is new', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const first = await on.customer('c1');
  await on.say(on.actor('ana'), 'c1', 'public', 'one');
  await on.settle();
  const second = await on.customer('c1');
  assert.deepEqual(entriesOf(second), entriesOf(first));
  assert.equal(second.all('entries')[0]?.['whole'], true);
  const { epoch } = welcomeOf(first);
  const since = { epoch, offset: entriesOf(first).at(-1)?.offset };
  first.cut();
  await first.closed;
  await on.say(on.actor('ana'), 'c1', 'public', 'two');
  const back = await on.customer('c1', { since });
  assert.deepEqual(textsOf(back), ['two']);
  assert.ok(back.all('entries').every(({ whole }) => whole === false));
  const other = await on.customer('c1', { since: { epoch: 'another', offset: 2 } });
  assert.deepEqual(textsOf(other), ['one', 'two']);
  assert.notEqual(epoch, on.tenant.epoch);
});

test('[C1] a live-chat customer has arrived with their first tab and has gone with their last', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const goneSince = (): number | null | undefined => on.tenant.floor.conversations.get('c1')?.customerGoneSince;
  const [first, second] = [await on.customer('c1'), await on.customer('c1')];
  first.cut();
  await first.closed;
  await on.settle();
  assert.equal(goneSince(), null);
  second.cut();
  await second.closed;
  await on.settle();
  assert.equal(goneSince(), on.clock.now());
  await on.customer('c1');
  assert.equal(goneSince(), null);
});

test('[C1] a customer who writes after the end is moved, and their new token opens the new conversation', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  await on.must(on.actor('ana'), 'c1', { type: 'End' });
  client.send({ type: 'say', id: 'm1', text: 'One more thing' });
  const moved = await client.type('moved', 'm1');
  const next = await on.connect('/v1/chat');
  next.send({ type: 'hello', version: 1, token: moved['token'] });
  await on.settle();
  assert.deepEqual(textsOf(next), ['One more thing']);
});

test('[N1] the place in the queue is sent when it changes', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  on.clock.step(1_000);
  await on.open('c2');
  const client = await on.customer('c2');
  assert.deepEqual(
    client.all('place').map(({ before }) => before),
    [1],
  );
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  await on.settle();
  assert.deepEqual(
    client.all('place').map(({ before }) => before),
    [1, 0],
  );
});

test('[N1] a customer who waits hears that nobody is there for them, and that somebody has come', async (t) => {
  const on = await startLive(t);
  const choose = async (id: string, presence: 'offline' | 'available' | 'busy'): Promise<void> => {
    await on.tenant.run(on.actor(id), { of: 'agent', id, command: { type: 'SetPresence', presence } });
    await on.settle();
  };
  for (const id of ['ana', 'ben', 'lena']) await choose(id, 'offline');
  await on.open('c1');
  const client = await on.customer('c1');
  const here = () => client.all('place').map((place) => place['here']);
  assert.deepEqual(here(), [false]);
  await choose('ana', 'available');
  assert.deepEqual(here(), [false, true]);
  await choose('ana', 'busy');
  assert.deepEqual(here(), [false, true]);
});

test('[N2] a shown notice is acknowledged; [N3] consent is asked for and given', async (t) => {
  const on = await startLive(t);
  await on.editPolicy({ consent: 'accepted' });
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  assert.equal(welcomeOf(client).consent, true);
  assert.ok(noticesOf(client).includes('consent'));
  client.send({ type: 'consent', id: 'yes' });
  await client.type('accepted', 'yes');
  assert.equal(on.tenant.floor.conversations.get('c1')?.consentAt, on.clock.now());
  const joined = entriesOf(client).find((entry) => entry.type === 'notice' && entry.kind === 'agentJoined');
  client.send({ type: 'seen', notice: joined?.id });
  await on.settle();
  const receipts = on.tenant.floor.conversations.get('c1')?.receipts ?? [];
  assert.ok(receipts.some(({ id, seenAt }) => id === joined?.id && seenAt === on.clock.now()));
  client.send({ type: 'end', id: 'bye' });
  await client.type('accepted', 'bye');
  assert.equal(on.tenant.floor.conversations.get('c1')?.state, 'wrap-up');
});

test('[M2] typing goes both ways on the public plane', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  const agent = await on.staff('ana');
  agent.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation: 'c1' } });
  await agent.type('conversation', 'w');
  client.send({ type: 'typing' });
  const sign = await agent.type('typing', 'w');
  assert.deepEqual(sign['who'], { kind: 'customer', id: '', name: 'Marta Olsen' });
  agent.send({ type: 'typing', conversation: 'c1', plane: 'public' });
  assert.deepEqual(await client.type('typing'), { type: 'typing', name: 'Ana' });
});

test('a customer who sends too much is refused, then closed', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  for (let i = 0; i < 200; i++) client.send({ type: 'say', id: `m${i}`, text: 'x' });
  assert.deepEqual(await client.closed, close.tooMany);
  assert.equal(client.all('refused')[0]?.['refusal'], 'tooManyRequests');
});

const malformed: readonly (readonly [string, (client: Client, on: Server) => void, number])[] = [
  ['no hello first', (client) => client.send({ type: 'typing' }), close.helloFirst.code],
  [
    'another version',
    (client) => client.send({ type: 'hello', version: 9, token: 'x' }),
    close.unsupportedVersion.code,
  ],
  ['a foreign token', (client) => client.send({ type: 'hello', version: 1, token: 'x' }), close.unauthenticated.code],
  [
    'a conversation that is not',
    (client) => client.send({ type: 'hello', version: 1, token: 'acme/no' }),
    close.unauthenticated.code,
  ],
  ['no JSON', (client) => client.send('{{{'), close.malformed.code],
  ['binary', (client) => client.ws.send(Buffer.from('{}'), { binary: true }), close.malformed.code],
  [
    'a staff message',
    (client) => client.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor' } }),
    close.malformed.code,
  ],
];
for (const [what, act, code] of malformed)
  test(`a customer's connection with ${what} is closed with ${code}`, async (t) => {
    const on = await startLive(t);
    const client = await on.connect('/v1/chat');
    act(client, on);
    assert.equal((await client.closed).code, code);
  });

test('[P2] what a customer may not do is refused without a word about the conversation', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  await on.must(customerOf('c1'), 'c1', { type: 'CustomerEnd' });
  client.send({ type: 'say', id: 'm1', text: '   ' });
  client.send({ type: 'end', id: 'again' });
  const refused = [await client.type('refused', 'm1')];
  await on.settle();
  refused.push(...client.all('refused', 'again'));
  for (const message of refused) assert.deepEqual(Object.keys(message).toSorted(), ['detail', 'id', 'refusal', 'type']);
});

test('[N1] a customer gets the words of the house for its notices, and others as soon as they are saved', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  assert.deepEqual(client.all('wording'), []);
  const save = (change: object) =>
    on.tenant.run(
      { kind: 'system' },
      {
        of: 'directory',
        entry: { kind: 'policy', value: { ...on.tenant.floor.policy, ...change } },
      },
    );
  await save({ wording: { 'de:customer:consent': 'Wir zeichnen auf.' } });
  await save({ monitoringVisibleToAgent: true });
  await on.settle();
  assert.deepEqual(
    client.all('wording').map(({ words }) => words),
    [{ 'de:consent': 'Wir zeichnen auf.' }],
  );
  const later = await on.customer('c1');
  assert.equal(later.all('wording').length, 1);
});
