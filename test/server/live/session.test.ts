import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, type CloseReason } from '@floorwalk/core/protocol';
import type { Client } from './support/client.ts';
import { startLive } from './support/live.ts';

const closesWith = async (client: Client, reason: CloseReason): Promise<void> =>
  assert.deepEqual(await client.closed, close[reason]);

test('a hello is answered with who they are and what their filters may name', async (t) => {
  const on = await startLive(t);
  const client = await on.staff('jonas');
  const [welcome] = client.messages;
  assert.deepEqual(welcome?.['person'], { id: 'jonas', name: 'Jonas', roles: ['supervisor'] });
  assert.deepEqual(welcome?.['queues'], [{ id: 'billing', name: 'Billing' }]);
  assert.equal(welcome?.['epoch'], on.tenant.epoch);
});

for (const [what, message, reason] of [
  ['anything before hello', { type: 'unsubscribe', id: 'a' }, 'helloFirst'],
  ['another version', { type: 'hello', version: 2, token: 'ines' }, 'unsupportedVersion'],
  ['a token that is not accepted', { type: 'hello', version: 1, token: 'nobody' }, 'unauthenticated'],
  ['a token that has expired', { type: 'hello', version: 1, token: 'ines@1' }, 'tokenExpired'],
  ['text that is not JSON', '{"type":', 'malformed'],
  ['JSON of another shape', '[1,2]', 'malformed'],
  ['an unknown type', { type: 'shout' }, 'malformed'],
] as const)
  test(`${what} closes with ${reason}`, async (t) => {
    const on = await startLive(t);
    const client = await on.connect('/v1/live');
    client.send(message);
    await closesWith(client, reason);
  });

test('[R3] what comes right behind a hello waits for it: answered after the welcome, or not at all', async (t) => {
  const on = await startLive(t);
  const arrive = async (token: string): Promise<Client> => {
    const client = await on.connect('/v1/live');
    client.send({ type: 'hello', version: 1, token });
    client.send({ type: 'subscribe', id: 'v', topic: { kind: 'views' } });
    return client;
  };
  const ines = await arrive('ines');
  await ines.type('views', 'v');
  assert.deepEqual(ines.messages.map(({ type }) => type).slice(0, 2), ['welcome', 'views']);
  const nobody = await arrive('nobody');
  await closesWith(nobody, 'unauthenticated');
  assert.deepEqual(nobody.messages, []);
});

test('each refusal is told to whoever counts them, by its reason', async (t) => {
  const refused: string[] = [];
  const on = await startLive(t, { refused: (refusal) => refused.push(refusal) });
  await on.open('c1', 'ana');
  const [agent, customer] = [await on.staff('ana'), await on.customer('c1')];
  agent.send({ type: 'command', id: 'k', command: { type: 'join', conversation: 'c1' } });
  await agent.type('refused', 'k');
  agent.send({ type: 'subscribe', id: 's', topic: 'nonsense' });
  await agent.type('refused', 's');
  customer.send({ type: 'say', id: 'm', text: '' });
  await customer.type('refused', 'm');
  assert.deepEqual(refused, ['role', 'malformed', 'malformed']);
});

test('a connection that says nothing is closed', async (t) => {
  const on = await startLive(t);
  const client = await on.connect('/v1/live');
  await on.pass(10_100);
  await closesWith(client, 'helloFirst');
});

test('binary messages, broken UTF-8 and messages that are too long close the connection', async (t) => {
  const on = await startLive(t);
  const binary = await on.staff('ines');
  binary.ws.send(Buffer.from('{"type":"pong"}'), { binary: true });
  await closesWith(binary, 'malformed');
  const broken = await on.staff('ines');
  broken.ws.send(Buffer.from([0x7b, 0xff, 0xfe]), { binary: false });
  assert.equal((await broken.closed).code, 1007);
  const long = await on.staff('ines');
  long.send(JSON.stringify({ type: 'pong', filler: 'x'.repeat(70_000) }));
  assert.equal((await long.closed).code, 1009);
});

test('a message that cannot be read but answered is refused, and the connection stays', async (t) => {
  const on = await startLive(t);
  const client = await on.staff('ines');
  client.send({ type: 'command', id: 'c1', command: { type: 'say', conversation: 'c', message: 'm', text: 'x' } });
  const refused = await client.type('refused', 'c1');
  assert.equal((refused['refusal'] as { refusal: string }).refusal, 'malformed');
  assert.match((refused['refusal'] as { detail: string }).detail, /plane/);
  client.send({ type: 'nonsense' });
  await closesWith(client, 'malformed');
});

test('a page of a foreign origin is let in only where it is listed', async (t) => {
  const on = await startLive(t, { origins: ['https://crm.example'] });
  await on.connect('/v1/live', { origin: 'https://crm.example' });
  await on.connect('/v1/live', { origin: on.url.replace('ws', 'http') });
  await assert.rejects(on.connect('/v1/live', { origin: 'https://elsewhere.example' }), /403/);
  await assert.rejects(on.connect('/v1/elsewhere'), /404/);
});

test('a command is carried out and answered, a refused one is refused with its reason, a what-if writes nothing', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  const client = await on.staff('ines');
  const assign = { type: 'assign', conversation: 'c1', agent: 'ana' };
  client.send({ type: 'command', id: 'what-if', dryRun: true, command: assign });
  await client.type('answer', 'what-if');
  assert.equal(on.tenant.floor.conversations.get('c1')?.state, 'open');
  client.send({ type: 'command', id: 'once', command: assign });
  const answer = await client.type('answer', 'once');
  assert.equal((answer['result'] as { state: string }).state, 'offered');
  client.send({ type: 'command', id: 'twice', command: assign });
  const refused = await client.type('refused', 'twice');
  assert.deepEqual((refused['refusal'] as { winner: { person: string } }).winner.person, 'Ines');
});

test('[P4] a command sent again on a new connection answers as the first time', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  const command = { type: 'command', id: 'x1', command: { type: 'assign', conversation: 'c1', agent: 'ana' } };
  const first = await on.staff('ines');
  first.send(command);
  const answer = await first.type('answer', 'x1');
  first.cut();
  const second = await on.staff('ines');
  second.send(command);
  assert.deepEqual(await second.type('answer', 'x1'), answer);
});

test('heartbeats carry the newest offset; a client that does not answer is closed, one that does is kept', async (t) => {
  const on = await startLive(t);
  const silent = await on.staff('ines');
  silent.answers = false;
  const alive = await on.staff('jonas');
  await on.pass(30_100);
  await closesWith(silent, 'noAnswer');
  assert.equal(alive.all('heartbeat').length, 3);
  assert.equal(alive.all('heartbeat').at(-1)?.['offset'], on.tenant.offset);
  await on.pass(30_000);
  assert.equal(alive.ws.readyState, alive.ws.OPEN);
});

test('[R3] a connection ends with its token, and a fresh token keeps it', async (t) => {
  const on = await startLive(t);
  const until = on.clock.now() + 20_000;
  const ends = await on.staff(`ines@${until}`);
  const renewed = await on.staff(`ines@${until}`);
  renewed.send({ type: 'token', token: `ines@${until + 60_000}` });
  await on.pass(25_100);
  await closesWith(ends, 'tokenExpired');
  assert.equal(renewed.ws.readyState, renewed.ws.OPEN);
  renewed.send({ type: 'token', token: `jonas@${until + 60_000}` });
  await closesWith(renewed, 'unauthenticated');
});

test('[R3] a disabled person is disconnected at once', async (t) => {
  const on = await startLive(t);
  const client = await on.staff('jonas');
  await on.editPerson('jonas', { disabled: true });
  await closesWith(client, 'withdrawn');
});

test('[K5] an agent is reachable for as long as one of their desks is connected', async (t) => {
  const on = await startLive(t);
  const reachable = (): boolean => on.tenant.floor.agents.get('lena')?.unreachableSince === null;
  const page = await on.staff('lena');
  await on.settle();
  assert.equal(reachable(), false);
  const one = await on.staff('lena', { desk: true });
  const two = await on.staff('lena', { desk: true });
  await on.settle();
  assert.equal(reachable(), true);
  assert.equal(Object.keys(on.tenant.floor.agents.get('lena')?.connections ?? {}).length, 2);
  one.cut();
  await one.closed;
  await on.settle();
  assert.equal(reachable(), true);
  two.cut();
  await two.closed;
  await on.settle();
  assert.equal(reachable(), false);
  assert.equal(page.ws.readyState, page.ws.OPEN);
});

test('ten thousand subscriptions on one socket: two hundred stand, the others are refused, then the socket is closed', async (t) => {
  const on = await startLive(t);
  const client = await on.staff('ines');
  for (let i = 0; i < 10_000; i++) client.send({ type: 'subscribe', id: `s${i}`, topic: { kind: 'floor' } });
  await closesWith(client, 'tooMany');
  const codes = client.all('refused').map((message) => (message['refusal'] as { refusal: string }).refusal);
  assert.equal(codes.filter((code) => code === 'tooManySubscriptions').length, 400 - 1 - 200);
  assert.ok(codes.filter((code) => code === 'tooManyRequests').length >= 500);
  const other = await on.staff('jonas');
  other.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor' } });
  await other.type('floor', 'f');
});

test('a stopping server says when to come back and closes every connection', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  const clients = [await on.staff('ines'), await on.customer('c1')];
  await on.live.close(1_500);
  for (const client of clients) {
    await closesWith(client, 'shuttingDown');
    assert.equal(client.messages.at(-1)?.['retryAfter'], 1_500);
  }
});
