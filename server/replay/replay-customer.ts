import { WebSocket } from 'ws';
import type { FloorwalkClient } from './floorwalk-client.ts';

/** One customer on the customer's own endpoint. Keeps every byte it was sent. */
export interface ReplayCustomer {
  readonly conversation: string;
  /** The texts of all frames received so far. */
  readonly frames: readonly string[];
  /** Sends and waits until the server took it. */
  say(id: string, text: string): Promise<void>;
  end(): Promise<void>;
  leave(): void;
}

/** Opens a chat for a contact and connects to it. */
export async function openChat(client: FloorwalkClient, body: object): Promise<ReplayCustomer> {
  const { token, conversation } = await client.post<{ token: string; conversation: string }>('/v1/chat', body);
  const address = new URL('/v1/chat', client.url);
  address.protocol = 'ws:';
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const frames: string[] = [];
  const waiting = new Map<string, { resolve: () => void; reject: (cause: Error) => void }>();
  const answered = (id: string): Promise<void> =>
    new Promise((resolve, reject) => void waiting.set(id, { resolve, reject }));
  const failAll = (cause: Error): void => {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    frames.push(text);
    const message = JSON.parse(text) as { type: string; id?: string; refusal?: string; detail?: string };
    if (message.type === 'heartbeat') return socket.send('{"type":"pong"}');
    const waiter = waiting.get(message.type === 'welcome' ? 'welcome' : (message.id ?? ''));
    if (!waiter) return;
    waiting.delete(message.type === 'welcome' ? 'welcome' : (message.id ?? ''));
    if (message.type === 'refused') waiter.reject(new Error(`${message.refusal}: ${message.detail}`));
    else waiter.resolve();
  });
  socket.on('error', failAll);
  socket.on('close', (code) => failAll(new Error(`the customer's socket was closed with ${code}`)));
  const send = (id: string, message: object): Promise<void> => {
    const done = answered(id);
    socket.send(JSON.stringify(message));
    return done;
  };
  const welcomed = answered('welcome');
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', version: 1, token })));
  await welcomed;
  return {
    conversation,
    frames,
    say: (id, text) => send(id, { type: 'say', id, text }),
    end: () => send('end', { type: 'end', id: 'end' }),
    leave: () => socket.terminate(),
  };
}
