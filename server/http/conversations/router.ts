import { Router } from 'express';
import { respond } from '../call.ts';
import { earlier } from './earlier.ts';
import type { HttpWatches } from './monitor.ts';
import { open } from './open.ts';
import { candidates, detail, handoverDraft, list, messages } from './read.ts';
import { say } from './say.ts';
import { typing, type CustomerTypes } from './typing.ts';
import { undelivered } from './undelivered.ts';
import { act, verbs } from './verbs.ts';

/** `/v1/conversations`. */
export function conversationsRouter(watches: HttpWatches, customerTypes: CustomerTypes): Router {
  const router = Router();
  router.get('/', respond(list));
  router.post('/', respond(open, 201));
  router.get('/:id', respond(detail));
  router.get('/:id/messages', respond(messages));
  router.get('/:id/earlier', respond(earlier));
  router.post('/:id/messages', respond(say, 201));
  router.post('/:id/typing', respond(typing(customerTypes)));
  router.put('/:id/undelivered', respond(undelivered));
  router.get('/:id/candidates', respond(candidates));
  router.get('/:id/handover-draft', respond(handoverDraft));
  router.post('/:id/monitor', respond(watches.monitor));
  router.post('/:id/unmonitor', respond(watches.unmonitor));
  for (const verb of verbs) router.post(`/:id/${verb}`, respond(act(verb)));
  return router;
}
