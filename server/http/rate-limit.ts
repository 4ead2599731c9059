import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { refuse } from '@floorwalk/core';
import { bearerOf } from './call.ts';
import { sendProblem } from './problem.ts';

/** Requests a minute for one token, or for one address without one; `store` shares the count between servers. */
export function limitRequests(perMinute: number, store?: Store): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    passOnStoreError: true,
    ...(store && { store }),
    // A token is counted by its hash, so that no store of counts holds one that works.
    keyGenerator: (req) => {
      const token = bearerOf(req);
      return token === undefined
        ? ipKeyGenerator(req.ip ?? '')
        : createHash('sha256').update(token).digest('base64url');
    },
    handler: (_req, res) => sendProblem(res, refuse('tooManyRequests')),
  });
}
