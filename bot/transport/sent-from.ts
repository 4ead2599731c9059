import type { Sent } from './transport.ts';

/** Answers after which a request was certainly not carried out. */
const NOT_ACCEPTED = (status: number): boolean => status >= 400 && status < 500 && status !== 408;
/** Failures before a connection stood: nothing was sent. */
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** What is known of a request that failed; where nothing is known it may have been carried out. */
export function sentFrom(error: unknown): Sent {
  const { statusCode, code, response } = (error ?? {}) as {
    readonly statusCode?: unknown;
    readonly code?: unknown;
    readonly response?: { readonly headers?: { get?(name: string): string | null | undefined } };
  };
  const name = typeof code === 'string' ? code : '';
  if (typeof statusCode === 'number' && NOT_ACCEPTED(statusCode))
    return {
      how: 'refused',
      status: statusCode,
      code: name,
      retryAfterMs: waitOf(response?.headers?.get?.('retry-after')),
    };
  if (NEVER_REACHED.includes(name)) return { how: 'refused', status: 0, code: name, retryAfterMs: null };
  return { how: 'unknown' };
}

/** `Retry-After` in milliseconds: seconds or a date. */
export function waitOf(header: string | null | undefined, now: number = Date.now()): number | null {
  if (header === undefined || header === null || header === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
