import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { addressOf, asksForSocket, onUpgrade, type Door } from '../../../server/live/upgrade.ts';

const open: Door = { origins: [], socketsPerAddress: Infinity, trustProxy: 0 };

/** A server whose upgraded sockets are only kept; what it threw or emitted unheard would end the test's process. */
async function start(t: TestContext, door: Partial<Door> = {}) {
  const taken: string[] = [];
  const http = createServer(
    { shouldUpgradeCallback: asksForSocket },
    (_request, response) => void response.end('alive'),
  );
  onUpgrade(http, { ...open, ...door }, (endpoint, _request, socket) => {
    taken.push(endpoint);
    socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
    // As a WebSocket does: it reads, and goes when its peer has gone.
    socket.on('end', () => socket.destroy()).resume();
  });
  await new Promise<void>((done) => void http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo;
  const sockets: Socket[] = [];
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    http.closeAllConnections();
    http.close();
  });
  const ask = async (
    target: string,
    headers = '',
    to = 'websocket',
  ): Promise<{ readonly socket: Socket; readonly status: string }> => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write(
      `GET ${target} HTTP/1.1\r\nHost: floor.example\r\nConnection: Upgrade\r\nUpgrade: ${to}\r\n${headers}\r\n`,
    );
    const [data] = (await once(socket, 'data')) as [Buffer];
    return { socket, status: String(data).split(' ')[1] ?? '' };
  };
  return { port, taken, ask };
}

test('a request that offers another protocol is answered as if it offered none', async (t) => {
  const { ask, taken } = await start(t);
  assert.equal((await ask('/v1/queues', '', 'h2c')).status, '200');
  assert.equal((await ask('/v1/live', '', 'h2c')).status, '200');
  assert.equal((await ask('/v1/queues')).status, '404');
  assert.equal((await ask('/v1/live', '', 'WebSocket')).status, '101');
  assert.deepEqual(taken, ['staff']);
});

test('an address that is no URL, no path or another one is refused, and the server lives on', async (t) => {
  const { ask, taken, port } = await start(t);
  for (const target of [
    '//',
    '///',
    '/\\\\',
    '*',
    'http://[',
    '/v1/live/',
    '/v1/LIVE',
    '/v1/../v1/live',
    '/%',
    '//v1/live',
  ])
    assert.equal((await ask(target)).status, '404', target);
  for (const target of ['/v1/live', '/v1/chat?x=//']) assert.equal((await ask(target)).status, '101', target);
  assert.deepEqual(taken, ['staff', 'customer']);
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'alive');
});

test('a refused peer that cuts the line or never closes its side harms nothing and holds nothing', async (t) => {
  const { ask, port } = await start(t);
  const { socket } = await ask('/nowhere');
  // Half open on purpose: its end of the line closes only because the server's is gone for good.
  if (!socket.readableEnded) await once(socket, 'end');
  const cut = connect({ port, host: '127.0.0.1' });
  cut.on('error', () => undefined);
  cut.write('GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  cut.resetAndDestroy();
  await once(cut, 'close');
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'alive');
});

test('pages of this server and of the origins named may connect, others and opaque ones may not', async (t) => {
  const { ask } = await start(t, { origins: ['https://crm.example'] });
  const statusOf = async (origin: string): Promise<string> => (await ask('/v1/live', `Origin: ${origin}\r\n`)).status;
  for (const origin of ['https://crm.example', 'http://floor.example', 'https://floor.example'])
    assert.equal(await statusOf(origin), '101', origin);
  for (const origin of [
    'null',
    'https://crm.example.evil.example',
    'https://crm.example:8443',
    'http://crm.example',
    'https://evil.example',
    'https://floor.example@evil.example',
    'file://',
    '%',
  ])
    assert.equal(await statusOf(origin), '403', origin);
});

test('one address has so many sockets at once, and another when one of them has gone', async (t) => {
  const { ask } = await start(t, { socketsPerAddress: 2 });
  const first = await ask('/v1/live');
  assert.equal((await ask('/v1/chat')).status, '101');
  assert.equal((await ask('/v1/chat')).status, '429');
  first.socket.destroy();
  await once(first.socket, 'close');
  for (let status = ''; status !== '101';) ({ status } = await ask('/v1/live'));
});

test('the address is what as many proxies as are believed say, and no more', () => {
  const from = (forwarded?: string): IncomingMessage =>
    ({
      socket: { remoteAddress: '10.0.0.1' },
      headers: { 'x-forwarded-for': forwarded },
    }) as unknown as IncomingMessage;
  assert.equal(addressOf(from('1.1.1.1, 2.2.2.2'), 0), '10.0.0.1');
  assert.equal(addressOf(from('1.1.1.1, 2.2.2.2'), 1), '2.2.2.2');
  assert.equal(addressOf(from('1.1.1.1, 2.2.2.2'), 2), '1.1.1.1');
  assert.equal(addressOf(from(), 2), '10.0.0.1');
});
