// The ceiling: a ready frame written to every socket, by node:net alone. `SIZE` is the frame's length in bytes.
import { createHash } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { frameOf } from '../../server/live/frame.ts';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const frame = frameOf('x'.repeat(Number(process.env['SIZE'])));
const listeners = new Set<Socket>();

const server = createServer({ noDelay: true }, (socket) => {
  let isUpgraded = false;
  socket.on('error', () => {});
  socket.on('close', () => listeners.delete(socket));
  socket.on('data', (data) => {
    if (isUpgraded) {
      // Whatever comes in is the word to send.
      for (const listener of listeners) listener.write(frame);
      socket.write(frame);
      return;
    }
    const request = data.toString('latin1');
    const key = /sec-websocket-key: (\S+)/iu.exec(request)?.[1] ?? '';
    const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    isUpgraded = true;
    if (!request.startsWith('GET /control')) listeners.add(socket);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`port ${address.port}\n`);
});
