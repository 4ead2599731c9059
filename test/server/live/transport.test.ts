import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import { close } from '@floorwalk/core/protocol';
import { Flushes } from '../../../server/live/flushes.ts';
import { staffLimits } from '../../../server/live/limits.ts';
import { Outlet } from '../../../server/live/transport.ts';
import type { Client } from './support/client.ts';
import { customerOf, startLive, type Server } from './support/live.ts';

const LONG = 'x'.repeat(7_900);

/** Twenty subscriptions to one conversation, so that each text is sent twenty times. */
async function followTwentyTimes(on: Server, client: Client): Promise<void> {
  for (let i = 0; i < 20; i++)
    client.send({ type: 'subscribe', id: `w${i}`, topic: { kind: 'conversation', conversation: 'c1' } });
  await client.type('conversation', 'w19');
  await on.settle();
}

const sayLong = (on: Server, count: number): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, i) => on.say(customerOf('c1'), 'c1', 'public', LONG, `long-${i}`)));

test('a client that reads too slowly is closed with tooSlow and others are not held up', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const slow = await on.staff('ines');
  const quick = await on.staff('jonas');
  await followTwentyTimes(on, slow);
  quick.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation: 'c1' } });
  await quick.type('conversation', 'w');
  slow.socket.pause();
  await sayLong(on, 100);
  await quick.next(({ entries }) => Array.isArray(entries) && entries.some(({ id }) => id === 'long-99'));
  slow.socket.resume();
  assert.deepEqual(await slow.closed, close.tooSlow);
});

test('a client that lags for longer than ten seconds is closed with tooSlow', async (t) => {
  const on = await startLive(t, { limits: { staff: { laggingBytes: 1_024, maxBytes: 1e9 } } });
  await on.open('c1', 'ana');
  const slow = await on.staff('ines');
  await followTwentyTimes(on, slow);
  slow.socket.pause();
  await sayLong(on, 100);
  await on.quiet();
  on.clock.step(9_000);
  await on.quiet();
  assert.equal(on.live.count().staff, 1);
  on.clock.step(3_000);
  slow.socket.resume();
  assert.deepEqual(await slow.closed, close.tooSlow);
});

test('rows wait while a client lags and then come in their latest state', async (t) => {
  const on = await startLive(t, { limits: { staff: { laggingBytes: 1_024, maxBytes: 1e9 } } });
  await on.open('c1', 'ana');
  const client = await on.staff('ines');
  await followTwentyTimes(on, client);
  client.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor' } });
  await client.type('floor', 'f');
  client.socket.pause();
  await sayLong(on, 100);
  for (let i = 0; i < 10; i++) {
    await on.say(on.actor('ana'), 'c1', 'public', `answer ${i}`);
    on.clock.step(300);
    await on.quiet();
  }
  client.socket.resume();
  await on.pass(600);
  const rows = client.all('floor').flatMap((message) => message['rows'] as { lastPublic: { text: string } | null }[]);
  assert.ok(rows.length < 6, `${rows.length} rows`);
  assert.equal(rows.at(-1)?.lastPublic?.text, 'answer 9');
});

test('what is small waits for the rest of its turn, what is large has left before there is room for more', async () => {
  const written: number[] = [];
  const socket = new Duplex({ write: (chunk: Buffer, _, done) => (written.push(chunk.length), done()) });
  const ws = Object.assign(new EventEmitter(), { readyState: 1, OPEN: 1 }) as unknown as ConstructorParameters<
    typeof Outlet
  >[0];
  const limits = { ...staffLimits, laggingBytes: 100 };
  const outlet = new Outlet(ws, socket, limits, () => 0, new Flushes());
  for (const length of [60, 40]) {
    outlet.send(Buffer.alloc(length));
    assert.equal(await outlet.room(), true);
  }
  assert.deepEqual(written, []);
  outlet.send(Buffer.alloc(1));
  await outlet.room();
  assert.deepEqual(written, [101]);
  outlet.send(Buffer.alloc(7));
  await new Promise((turned) => setImmediate(turned));
  assert.deepEqual(written, [101, 7]);
});

/** The opcodes of the frames of a server, in their order; the bytes begin with the answer to the upgrade. */
function opcodes(bytes: Buffer): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf('\r\n\r\n') + 4; at < bytes.length;) {
    found.push((bytes[at] ?? 0) & 0x0f);
    const short = bytes[at + 1] ?? 0;
    at += short < 126 ? 2 + short : 4 + bytes.readUInt16BE(at + 2);
  }
  return found;
}

test('nothing is sent behind the close frame to a peer that closes while much still waits for it', async (t) => {
  const on = await startLive(t, { limits: { staff: { maxBytes: 1e9 } } });
  await on.open('c1', 'ana');
  const socket = connect(Number(new URL(on.url).port), '127.0.0.1');
  t.after(() => socket.destroy());
  const masked = (opcode: number, text: string): Buffer => {
    const body = Buffer.from(text);
    return Buffer.concat([
      Buffer.from([0x80 | opcode, 0x80 | 126, body.length >> 8, body.length & 0xff, 0, 0, 0, 0]),
      body,
    ]);
  };
  socket.write(
    'GET /v1/live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  const got: Buffer[] = [];
  const heard = (what: string): Promise<void> =>
    new Promise((done) => {
      const hear = (): void => void (Buffer.concat(got).includes(what) && (socket.off('data', hear), done()));
      socket.on('data', hear);
    });
  socket.on('data', (data: Buffer) => got.push(data));
  await heard('101');
  socket.write(masked(1, JSON.stringify({ type: 'hello', version: 1, token: 'ines', desk: false })));
  for (let i = 0; i < 20; i++) {
    const topic = { kind: 'conversation', conversation: 'c1' };
    socket.write(masked(1, JSON.stringify({ type: 'subscribe', id: `w${i}`, topic })));
  }
  await heard('"id":"w19","whole":true');
  socket.pause();
  await sayLong(on, 100);
  await on.quiet();
  socket.write(Buffer.from([0x88, 0x80, 0, 0, 0, 0]));
  await on.quiet();
  const other = await on.staff('jonas');
  await other.sync();
  await on.say(customerOf('c1'), 'c1', 'public', 'behind');
  await on.quiet();
  const over = once(socket, 'close');
  socket.resume();
  await over;
  const all = Buffer.concat(got);
  assert.ok(all.includes('long-99'));
  assert.ok(!all.includes('behind'));
  assert.equal(opcodes(all).indexOf(8), opcodes(all).length - 1);
});
