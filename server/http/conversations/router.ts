import { Router } from 'express';
import type { Answer } from '../call.ts';
import { answerTo, respond } from '../respond.ts';
import type { AnswerFor } from '../commands-first.ts';
import { earlier } from './earlier.ts';
import type { HttpWatches } from './monitor.ts';
import { open } from './open.ts';
import { candidates, detail, handoverDraft, list, messages } from './read.ts';
import { say } from './say.ts';
import { typing, type CustomerTypes } from './typing.ts';
import { undelivered } from './undelivered.ts';
import { act, verbs } from './verbs.ts';

/** What is posted to `/v1/conversations/:id/` by the name that follows, and the status of its success. */
const commands: ReadonlyMap<string, { readonly answer: Answer; readonly status: number }> = new Map([
  ['messages', { answer: say, status: 201 }],
  ...verbs.map((verb) => [verb, { answer: act(verb), status: 200 }] as const),
]);

/** The same, for where no router stands before them. */
export const commandAnswers: ReadonlyMap<string, AnswerFor> = new Map(
  [...commands].map(([name, { answer, status }]) => [
    name,
    (req, res, id) => answerTo(req, res, { params: { id }, query: {} }, answer, status),
  ]),
);

/** `/v1/conversations`. */
export function conversationsRouter(watches: HttpWatches, customerTypes: CustomerTypes): Router {
  const router = Router();
  router.get('/', respond(list));
  router.post('/', respond(open, 201));
  router.get('/:id', respond(detail));
  router.get('/:id/messages', respond(messages));
  router.get('/:id/earlier', respond(earlier));
  router.post('/:id/typing', respond(typing(customerTypes)));
  router.put('/:id/undelivered', respond(undelivered));
  router.get('/:id/candidates', respond(candidates));
  router.get('/:id/handover-draft', respond(handoverDraft));
  router.post('/:id/monitor', respond(watches.monitor));
  router.post('/:id/unmonitor', respond(watches.unmonitor));
  for (const [name, { answer, status }] of commands) router.post(`/:id/${name}`, respond(answer, status));
  return router;
}
