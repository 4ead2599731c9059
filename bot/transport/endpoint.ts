import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { parse } from '@floorwalk/core/protocol';
import type { Logger } from '../log.ts';
import { inboundActivity } from './activity.ts';
import { whyTurnedAway, type GateRules } from './gate.ts';
import type { OnActivity, Transport } from './transport.ts';

export interface EndpointDeps {
  readonly rules: GateRules;
  /** Loaded with the first activity that passes the gate. */
  readonly transport: () => Promise<Transport>;
  readonly handle: OnActivity;
  readonly log: Logger;
}

/** Every error text that a caller can get. */
const texts: Readonly<Record<number, string>> = {
  400: 'The request is not an activity.',
  401: 'The request is not authenticated.',
  403: 'The request is not accepted.',
  413: 'The request is too large.',
  500: 'The activity could not be handled.',
};

/** `POST /api/messages`: the gate, then the SDK's authentication, then the bot. */
export function messagesEndpoint({ rules, transport, handle, log }: EndpointDeps): Router {
  const router = Router();
  router.post('/api/messages', express.json({ limit: '512kb' }), async (req: Request, res: Response) => {
    const parsed = parse(inboundActivity, req.body);
    if (!parsed.ok) return fail(res, 400);
    const why = whyTurnedAway(parsed.value, rules);
    if (why) {
      // Nobody has checked who sent it: it says no more in the log than a channel's name can be long.
      log.warn({ why, channel: parsed.value.channelId.slice(0, 40) }, 'An activity was turned away.');
      return fail(res, 403);
    }
    try {
      const service = await transport();
      const { status, body } = await service.receive(req.get('authorization') ?? '', parsed.value, handle);
      if (status >= 400 && body === undefined) return fail(res, status);
      res.status(status);
      if (body === undefined) res.end();
      else res.json(body);
    } catch (err) {
      log.error({ err }, 'An activity could not be handled.');
      fail(res, 500);
    }
  });
  const unreadable: ErrorRequestHandler = (error: { readonly status?: unknown }, _req, res, _next) =>
    fail(res as Response, error.status === 413 ? 413 : 400);
  router.use(unreadable);
  return router;
}

function fail(res: Response, status: number): void {
  res.status(status).json({ error: texts[status] ?? texts[500] });
}
