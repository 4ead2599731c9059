import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isAllowedOrigin, type Origins } from './origins.ts';

/** An endpoint of live connections. */
export type Endpoint = 'staff' | 'customer';

const endpoints: ReadonlyMap<string, Endpoint> = new Map([
  ['/v1/live', 'staff'],
  ['/v1/chat', 'customer'],
]);

/** Who may open a connection. */
export interface Door {
  readonly origins: Origins;
  /** Connections that one address may have at once. */
  readonly socketsPerAddress: number;
  /** How many proxies stand in front and may be believed about the caller's address. */
  readonly trustProxy: number;
}

/** What is done with a connection that may be upgraded. */
export type Upgrade = (endpoint: Endpoint, request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Hands every request for a WebSocket of a known address, an allowed page and a caller who has not too many of them to
 * `upgrade`, and closes the others. Nothing that a client sends here can throw out of the server. The result stops it.
 */
export function onUpgrade(http: Server, door: Door, upgrade: Upgrade): () => void {
  const open = new Map<string, number>();
  const handle = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Until somebody takes the socket over nobody else hears that its peer cut it.
    socket.on('error', ignore);
    const endpoint = endpointOf(request.url ?? '');
    if (endpoint === undefined) return refuse(socket, '404 Not Found');
    if (!isAllowedOrigin(request, door.origins)) return refuse(socket, '403 Forbidden');
    const address = addressOf(request, door.trustProxy);
    const count = open.get(address) ?? 0;
    if (count >= door.socketsPerAddress) return refuse(socket, '429 Too Many Requests');
    open.set(address, count + 1);
    socket.on('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    upgrade(endpoint, request, socket, head);
  };
  http.on('upgrade', handle);
  return () => http.off('upgrade', handle);
}

/** Whether a request asks for a WebSocket; one that offers anything else (`h2c`) is a request like any other. */
export const asksForSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

/** The caller's address: what the last proxy that is believed says, else that of the socket. */
export function addressOf({ socket, headers }: IncomingMessage, trustProxy: number): string {
  if (trustProxy === 0) return socket.remoteAddress ?? '';
  const said = String(headers['x-forwarded-for'] ?? '').split(',');
  const hops = [socket.remoteAddress ?? '', ...said.map((item) => item.trim()).toReversed()].filter(
    (hop) => hop !== '',
  );
  return hops[Math.min(trustProxy, hops.length - 1)] ?? '';
}

/** Answers and closes for good: a peer that does not close its own side holds nothing open. */
function refuse(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The path alone decides, read as it is: an address that is no URL names nothing. */
function endpointOf(address: string): Endpoint | undefined {
  const [path = ''] = address.split('?', 1);
  return endpoints.get(path);
}

const ignore = (): void => undefined;
