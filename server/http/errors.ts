import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '@floorwalk/core';
import type { Logger } from '../log.ts';
import { exchangeOf, type Step } from './exchange.ts';
import { routeOf } from './route-of.ts';
import { seldom } from '../seldom.ts';
import { sendProblem } from './problem.ts';

/** What nobody else answered. */
export const unknownRoute: Step = (_req, res) => sendProblem(res, refuse('unknownRoute'));

/** Refuses what the body reader or the router threw as bad input; anything else is ours, is logged, and answers 500 without a word of it. */
export function lastResort(log: Logger) {
  // The route and not the address: that may name a customer.
  const told = seldom((times, err, req: IncomingMessage, res: ServerResponse) => {
    log.error({ err, times, method: req.method, route: exchangeOf(res).route ?? routeOf(req) }, 'A request failed.');
  });
  return (error: unknown, req: IncomingMessage, res: ServerResponse, _next: unknown): void => {
    if (res.headersSent) return void res.destroy();
    const { status, type } = describe(error);
    if (status === 413) return sendProblem(res, refuse('tooLarge'));
    if (type === 'encoding.unsupported')
      return sendProblem(res, refuse('malformed', { detail: 'Send the body uncompressed.' }), 415);
    if (status >= 400 && status < 500)
      return sendProblem(res, refuse('malformed', { detail: 'The address or the body could not be read.' }));
    told(error, req, res);
    const detail = 'Something went wrong here. Try again; the same Idempotency-Key does it once.';
    sendProblem(res, refuse('busy', { detail }), 500);
  };
}

function describe(error: unknown): { readonly status: number; readonly type: string } {
  if (typeof error !== 'object' || error === null) return { status: 500, type: '' };
  const { status, type } = error as { status?: unknown; type?: unknown };
  return { status: typeof status === 'number' ? status : 500, type: typeof type === 'string' ? type : '' };
}
