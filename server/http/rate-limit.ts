import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { refuse } from '@floorwalk/core';
import { bearerOf } from './call.ts';
import { sendProblem } from './problem.ts';

/**
 * Requests a minute of one address, for whoever shows no token that counts; `store` shares the count between servers, of
 * each `purpose` for itself.
 */
export const limitAddresses = (perMinute: number, purpose: string, store?: Store): RequestHandler =>
  limited(perMinute, (req) => `${purpose} ${ipKeyGenerator(req.ip ?? '')}`, store);

/**
 * Requests a minute of one token, to be asked once it was accepted: made-up tokens are counted by their address, so that
 * nobody gets a new allowance, or room in the store of counts, with each of them.
 */
export const limitTokens = (perMinute: number, store?: Store): RequestHandler =>
  // Counted by its hash, so that no store of counts holds one that works.
  limited(
    perMinute,
    (req) =>
      createHash('sha256')
        .update(bearerOf(req) ?? '')
        .digest('base64url'),
    store,
  );

function limited(perMinute: number, keyGenerator: (req: Request) => string, store?: Store): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    passOnStoreError: true,
    // The kinds of keys cannot be taken for each other, so one store may count both.
    ...(store && { store, validate: { unsharedStore: false } }),
    keyGenerator,
    handler: (_req, res) => sendProblem(res, refuse('tooManyRequests')),
  });
}
