import type { IncomingMessage, Server } from 'node:http';

/** How long a client may take, in milliseconds of the machine; what takes longer is closed. */
export interface Patience {
  /** To send the head of a request. */
  readonly head: number;
  /** To send a whole request. */
  readonly request: number;
  /** Without a byte in either direction; longer than the longest wait for a delivery. */
  readonly silence: number;
}

export const patience: Patience = { head: 10_000, request: 30_000, silence: 60_000 };
/** The most header lines of one request. */
const MOST_HEADERS = 100;

/** Options of a server that looks for slow clients often enough to hold them to it. */
export const serverOptions = ({ head, request }: Patience) => ({
  headersTimeout: head,
  requestTimeout: request,
  connectionsCheckingInterval: Math.max(100, Math.min(head, 5_000) / 2),
  maxHeaderSize: 16 * 1024,
});

/**
 * Closes connections that are silent for too long while they are served; sockets that were upgraded have limits of their
 * own. Those never get this timer: one that was taken off again is looked at with every write as long as its socket lives.
 */
export function limitSilence(http: Server, { silence }: Patience): void {
  http.maxHeadersCount = MOST_HEADERS;
  http.prependListener('request', ({ socket }: IncomingMessage) => void socket.setTimeout(silence));
}
