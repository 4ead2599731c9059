import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { done, openScene, type Scene } from './support/scene.ts';

// What a hostile client sends below or beside the interface: half requests, too much of everything, headers that lie.

let scene: Scene & { close(): Promise<void> };
before(async () => void (scene = await openScene({ patience: { head: 300, request: 600, silence: 1_500 } })));
after(() => scene.close());

/** Sends bytes and waits until the server closes; what it said until then. */
async function sendAndWait(...parts: readonly string[]): Promise<string> {
  const socket: Socket = connect({ host: '127.0.0.1', port: Number(new URL(scene.house.url).port) });
  const heard: Buffer[] = [];
  socket.on('data', (data: Buffer) => heard.push(data));
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return Buffer.concat(heard).toString();
}

const statusIn = (text: string): string => text.split(' ')[1] ?? 'closed';

test('a head that never ends, a body that never comes and a connection that says nothing are closed', async () => {
  assert.equal(statusIn(await sendAndWait('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ')), '408');
  const body = 'POST /v1/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"a';
  assert.match(statusIn(await sendAndWait(body)), /^(408|closed)$/u);
  assert.match(await sendAndWait('GET /v1/live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n'), /^HTTP\/1\.1 408|^$/u);
  assert.match(await sendAndWait(), /^HTTP\/1\.1 408|^$/u);
});

test('whoever asks for more and more and reads nothing of it is closed', { timeout: 20_000 }, async (t) => {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(scene.house.url).port) }).pause();
  const closed = new Promise((resolve) => socket.on('error', () => undefined).on('close', resolve));
  const asking = setInterval(() => socket.write('GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50)), 20);
  t.after(() => {
    clearInterval(asking);
    socket.destroy();
  });
  await closed;
});

test('a head, a line or a number of headers beyond measure is refused', async () => {
  assert.equal(statusIn(await sendAndWait(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)), '431');
  assert.match(statusIn(await sendAndWait(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)), /^4(14|31)$/u);
});

test('requests that two readers would read differently are refused', async () => {
  const head = 'POST /v1/chat HTTP/1.1\r\nHost: x\r\n';
  for (const smuggled of [
    'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n',
    'Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
    'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
    'Content-Length: -1\r\n\r\n',
    'X\u0000: a\r\n\r\n',
    'Content-Length : 5\r\n\r\nhello',
  ])
    assert.equal(statusIn(await sendAndWait(head + smuggled)), '400', smuggled);
});

test('a body beyond measure, compressed, or no JSON is refused before it is read as anything', async () => {
  const { house } = scene;
  const post = (body: string, headers: Record<string, string> = {}) =>
    house.call(house.key('acme'), 'POST', '/v1/conversations', { body, headers });
  assert.equal((await post(`{"subject":"${'x'.repeat(70_000)}"}`)).status, 413);
  assert.equal((await post('{}', { 'content-encoding': 'gzip' })).status, 415);
  assert.equal((await post('{}', { 'content-type': 'text/plain' })).status, 415);
  for (const body of ['[]', '"x"', '7', 'null', '{"a":', '\u0000']) assert.equal((await post(body)).status, 400, body);
});

test('names of prototypes are names like any other: nothing is polluted, and nothing is found that nobody stored', async () => {
  const { house } = scene;
  const polluted =
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"workstream":"live-chat","customer":{"name":"P","__proto__":{"id":"k"}}}';
  assert.ok((await house.call(house.key('acme'), 'POST', '/v1/conversations', { body: polluted })).status < 500);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  const ada = await house.token('acme', 'ada');
  const person = { name: 'P', roles: ['agent'], queues: ['billing'] };
  for (const id of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
    await done(house.call(ada, 'PUT', `/v1/directory/people/${id}`, { body: person }));
    const read = await house.call(house.key('acme'), 'GET', `/v1/agents/${id}`);
    assert.deepEqual([read.status, read.json['load']], [200, 0], id);
    const opened = { id, workstream: 'live-chat', customer: { name: 'P', id }, context: { type: id, id } };
    await done(house.call(house.key('acme'), 'POST', '/v1/conversations', { body: opened }));
    const found = await done(
      house.call(house.key('acme'), 'GET', `/v1/conversations?context=${id}:${id}&customer=${id}`),
    );
    assert.equal(found.json['total'], 1);
    await done(scene.as('ines', 'POST', `/v1/conversations/${id}/assign`, { agent: 'ana' }));
    await done(scene.as('ana', 'POST', `/v1/conversations/${id}/accept`, {}));
  }
  const wording = await house.call(ada, 'PUT', '/v1/directory/policy', {
    body: '{"wording":{"__proto__":"x","constructor":"y"}}',
  });
  assert.ok(wording.status < 500);
});

test('no page can act for somebody without their token: no cookie is set or read, and no form is taken (CSRF)', async () => {
  const { house } = scene;
  const token = await house.token('acme', 'ines');
  for (const cookie of [`token=${token}`, `authorization=Bearer ${token}`, `session=${token}`])
    assert.equal((await house.call(undefined, 'GET', '/v1/floor', { headers: { cookie } })).status, 401);
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
  assert.equal((await house.call(undefined, 'POST', '/v1/chat', { body: 'subject=x', headers: form })).status, 415);
  for (const path of ['/v1/floor', '/v1/chat', '/healthz', '/openapi.json'])
    assert.equal((await house.call(token, 'GET', path)).headers.get('set-cookie'), null);
  assert.equal((await house.call(undefined, 'GET', `/v1/floor?access_token=${token}&token=${token}`)).status, 401);
});

test('patterns that are tried on texts end in time for the longest text, whatever is in it', async () => {
  const { house } = scene;
  const customer = scene.path('/messages');
  const texts = [
    'a',
    ' ',
    '!',
    '?',
    '1',
    'a ',
    '?!',
    '. ',
    'I will call you back in ',
    'não ',
    '\u0301',
    'https://',
    '@a.',
    '-',
  ].flatMap((part) => [
    part.repeat(Math.floor(7_900 / part.length)) || part,
    `${part.repeat(Math.floor(7_900 / part.length))}x`,
  ]);
  for (const [n, text] of texts.entries()) {
    house.clock.step(2_000);
    const body = { id: `r${n}`, text: `x${text}`.slice(0, 8_000), plane: 'public', from: { customer: {} } };
    await done(house.call(house.key('acme'), 'POST', customer, { body }));
  }
  await house.settle();
  await done(scene.as('ines', 'GET', scene.path('/handover-draft')));
  for (const text of texts.map((one) => encodeURIComponent(one.slice(0, 900))))
    assert.ok((await scene.as('ines', 'GET', `/v1/floor?text=${text}`)).status < 500);
});

test('when something goes wrong inside, the answer says so and nothing of it; the record has the rest', async () => {
  const { house } = scene;
  house.setStoreAway(true);
  const said = await scene.as('ana', 'GET', scene.path('/messages'));
  house.setStoreAway(false);
  assert.equal(said.status, 500);
  assert.doesNotMatch(said.text, /away|Error|stack|\.ts/u);
  assert.ok(house.logged.some((line) => line.includes('A request failed.')));
});
