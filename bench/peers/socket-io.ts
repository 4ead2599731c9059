// What people would otherwise use: socket.io over the WebSocket transport. `RECOVERY=1`: with connection state recovery;
// `REDIS`: the socket of a Redis over which servers tell each other, by the Redis adapter.
import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  pingInterval: 600_000,
  perMessageDeflate: false,
  ...(process.env['RECOVERY'] === '1' && { connectionStateRecovery: {} }),
});
const path = process.env['REDIS'];
if (path !== undefined) {
  const client = (): ReturnType<typeof createClient> => createClient({ socket: { path, tls: false } });
  const [publishes, subscribes] = [client(), client()];
  await Promise.all([publishes.connect(), subscribes.connect()]);
  io.adapter(createAdapter(publishes, subscribes));
}
io.on('connection', (socket) => {
  socket.on('say', (event: unknown, done?: (ok: boolean) => void) => {
    io.emit('event', event);
    done?.(true);
  });
  socket.on('follow', async (room: string, done: (ok: boolean) => void) => {
    await socket.join(room);
    done(true);
  });
  socket.on('tell', (room: string, event: unknown, done: (ok: boolean) => void) => {
    io.to(room).emit('event', event);
    done(true);
  });
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  const address = http.address();
  if (address && typeof address === 'object') process.stdout.write(`port ${address.port}\n`);
});
