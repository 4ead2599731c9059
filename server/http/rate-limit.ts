import type { IncomingMessage, ServerResponse } from 'node:http';
import { ipKeyGenerator, MemoryStore, type ClientRateLimitInfo, type Options, type Store } from 'express-rate-limit';
import { refuse } from '@floorwalk/core';
import { digestOf } from '../auth/checked-tokens.ts';
import { addressOf } from '../live/upgrade.ts';
import { exchangeOf, type Step } from './exchange.ts';
import { sendProblem } from './problem.ts';

const WINDOW_MS = 60_000;

export interface LimitOptions {
  readonly perMinute: number;
  /** Counts for all servers together; absent: each its own. */
  readonly store?: Store | undefined;
  /** How many proxies stand in front and may be believed about the caller's address; default: none. */
  readonly trustProxy?: number;
}

/** Requests a minute of one address, for whoever shows no token that counts; of each `purpose` for itself. */
export function limitAddresses(purpose: string, options: LimitOptions): Step {
  const trusted = options.trustProxy ?? 0;
  return limited(options, (req) => digestOf(`${purpose} ${ipKeyGenerator(addressOf(req, trusted))}`));
}

/**
 * Requests a minute of one token, to be asked once it was accepted: made-up tokens are counted by their address, so that
 * nobody gets a new allowance, or room in the store of counts, with each of them.
 */
export const limitTokens = (options: LimitOptions): Step =>
  // Counted by its digest, so that no store of counts holds one that works.
  limited(options, (_req, res) => exchangeOf(res).known?.caller.digest ?? '');

function limited(
  { perMinute, store = new MemoryStore() }: LimitOptions,
  callerOf: (req: IncomingMessage, res: ServerResponse) => string,
): Step {
  void store.init?.({ windowMs: WINDOW_MS } as Options);
  return async (req, res, next) => {
    const caller = callerOf(req, res);
    const counted = await countOf(store, caller);
    // While nobody can count, nobody is kept out.
    if (!counted) return next();
    const { totalHits, resetTime } = counted;
    const left = Math.max(0, Math.ceil(((resetTime?.getTime() ?? Infinity) - Date.now()) / 1_000));
    const seconds = Math.min(left, WINDOW_MS / 1_000);
    // As in draft 8 of RateLimit header fields for HTTP.
    const part = Buffer.from(caller.slice(0, 12)).toString('base64');
    res.setHeader('RateLimit', `"${perMinute}-in-1min"; r=${Math.max(0, perMinute - totalHits)}; t=${seconds}`);
    res.setHeader('RateLimit-Policy', `"${perMinute}-in-1min"; q=${perMinute}; w=${WINDOW_MS / 1_000}; pk=:${part}:`);
    if (totalHits <= perMinute) return next();
    res.setHeader('Retry-After', String(seconds));
    sendProblem(res, refuse('tooManyRequests'));
  };
}

async function countOf(store: Store, caller: string): Promise<ClientRateLimitInfo | undefined> {
  try {
    return await store.increment(caller);
  } catch {
    return undefined;
  }
}
