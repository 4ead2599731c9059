// What people would otherwise use: socket.io over the WebSocket transport, one emit to everybody for each event.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], pingInterval: 600_000, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('say', (event: unknown, done: (ok: boolean) => void) => {
    io.emit('event', event);
    done(true);
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address && typeof address === 'object') process.stdout.write(`port ${address.port}\n`);
});
