import { pipeline } from 'node:stream/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import type { Answer, Call, Named } from './call.ts';
import { exchangeOf, sendJson, type Known } from './exchange.ts';
import { HttpCall } from './http-call.ts';
import { sendProblem } from './problem.ts';

/** Answers `answer`'s value as JSON with `status`, or its refusal as a problem. */
export async function answerTo(
  req: IncomingMessage,
  res: ServerResponse,
  named: Named,
  answer: Answer,
  status: number,
): Promise<void> {
  const { known } = exchangeOf(res);
  if (!known) return sendProblem(res, refuse('unauthenticated'));
  const value = await answer(new HttpCall(req, res, named, known));
  if (res.destroyed) return;
  if (isRefusal(value)) return sendProblem(res, value);
  res.setHeader('Cache-Control', 'no-store');
  sendJson(res, status, value);
}

/** A handler that answers `answer`'s value, or its refusal. */
export const respond =
  (answer: Answer, status = 200): RequestHandler =>
  (req, res) =>
    answerTo(req, res, req, answer, status);

/** The same for an answer that is sent while it is made: lines of `type`, as fast as the caller takes them. */
export const respondStream =
  (type: string, answer: (call: Call) => AsyncIterable<string> | Refusal): RequestHandler =>
  async (req, res) => {
    const { known } = exchangeOf(res);
    const lines = known ? answer(new HttpCall(req, res, req, known)) : refuse('unauthenticated');
    if (isRefusal(lines)) return sendProblem(res, lines);
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Type', type);
    // A caller who goes away, or a store that fails, ends it: what is cut off is not taken for the whole.
    await pipeline(whileItCounts(lines, known), res).catch(() => res.destroy());
  };

/** Lines for as long as what the caller brought counts: a right withdrawn meanwhile ends them (R3). */
async function* whileItCounts(lines: AsyncIterable<string>, known: Known | undefined): AsyncGenerator<string> {
  for await (const line of lines) {
    if (known?.isWithdrawn() !== false) throw new Error('The right to read on was withdrawn.');
    yield line;
  }
}
