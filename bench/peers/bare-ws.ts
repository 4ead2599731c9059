// A WebSocket server that only agrees to the upgrade: what a connection costs whatever is said over it.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

// The one that the server uses, not what some tool of the workspace brought along.
const { WebSocketServer } = createRequire(new URL('../../server/main.ts', import.meta.url))('ws') as {
  readonly WebSocketServer: new (options: object) => { on(event: string, call: (socket: Listening) => void): void };
};
interface Listening {
  on(event: string, call: () => void): void;
}

const http = createServer();
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('message', () => {});
  socket.on('error', () => {});
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  const address = http.address();
  if (address && typeof address === 'object') process.stdout.write(`port ${address.port}\n`);
});
