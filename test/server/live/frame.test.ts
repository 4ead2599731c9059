import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { frameOf } from '../../../server/live/frame.ts';
import { Client } from './support/client.ts';

test('a frame of any length is read as the text it was made of, also several in one write', async (t) => {
  const texts = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) => JSON.stringify('é'.repeat(length >> 1)));
  const http = createServer();
  http.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.end(Buffer.concat(texts.map(frameOf)));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.after(() => void http.close());
  const client = new Client(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  await client.closed;
  assert.deepEqual(client.texts, texts);
});
