import type { IncomingMessage } from 'node:http';
import { isRefusal, refuse, type From } from '@floorwalk/core';
import type { Auth } from '../auth/auth.ts';
import type { Behalf } from '../live/auth-port.ts';
import { exchangeOf, type Step } from './exchange.ts';
import { headerOf } from './http-call.ts';
import { sendProblem } from './problem.ts';

/** Of two longer keys nobody could say whether they are one. */
const LONGEST_KEY = 200;

/** Checks the bearer token before anything else of the request is read; who brings none that counts is counted by `strangers`. */
export const authenticate =
  (auth: Auth, strangers: Step): Step =>
  async (req, res, next) => {
    const token = bearerOf(req);
    const found = token === undefined ? refuse('unauthenticated') : await auth.caller(token, behalfOf(req));
    if (isRefusal(found)) return void (await strangers(req, res, () => sendProblem(res, found)));
    if ((headerOf(req, 'idempotency-key') ?? '').length > LONGEST_KEY)
      return sendProblem(
        res,
        refuse('malformed', { detail: `Idempotency-Key: must be at most ${LONGEST_KEY} characters.` }),
      );
    exchangeOf(res).known = { caller: found, isWithdrawn: () => auth.isWithdrawn(found) };
    next();
  };

/** The token of `Authorization: Bearer …`. */
function bearerOf({ headers }: IncomingMessage): string | undefined {
  const [scheme = '', token] = (headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' && token ? token : undefined;
}

function behalfOf(req: IncomingMessage): Behalf | undefined {
  const person = headerOf(req, 'floorwalk-on-behalf-of');
  const from: From = headerOf(req, 'floorwalk-from') === 'teams' ? 'teams' : 'api';
  return person === undefined ? undefined : { person, from };
}
