import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../auth/auth.ts';

/** Whose token was accepted. */
export interface Known {
  readonly caller: Caller;
  /** Whether what they brought counts no more (R3). */
  readonly isWithdrawn: () => boolean;
}

/** What the steps of one request tell each other. */
export interface Exchange {
  /** Who calls, once their token was accepted. */
  known?: Known;
  /** Why it was refused. */
  refusal?: string;
  /** The route it took, as it is documented. */
  route?: string;
}

/** One of the steps that a request takes on its way to an answer; whatever finds the way to them, they are the same. */
export type Step = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => unknown;

const own = Symbol('exchange');

/** What is known of the exchange that this answer ends. */
export function exchangeOf(res: ServerResponse & { [own]?: Exchange }): Exchange {
  return (res[own] ??= {});
}

/** Answers with JSON. */
export function sendJson(res: ServerResponse, status: number, value: unknown, type = 'application/json'): void {
  const text = JSON.stringify(value);
  res.statusCode = status;
  res.setHeader('Content-Type', `${type}; charset=utf-8`);
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}
