import { pipeline } from 'node:stream/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { isRefusal, refuse, type Actor, type From, type Refusal } from '@floorwalk/core';
import type * as v from 'valibot';
import type { Auth } from '../auth/auth.ts';
import type { Done, Request as Asked, Tenant } from '../engine/engine.ts';
import type { Behalf } from '../live/auth-port.ts';
import { exchangeOf, sendJson, type Known, type Step } from './exchange.ts';
import { headerOf, HttpCall } from './http-call.ts';
import { sendProblem } from './problem.ts';

/** One request of a member of staff or an integration, its token checked. */
export interface Call {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /** The part of the path by this name. */
  param(name: string): string;
  /** The query's first value by this name. */
  query(name: string): string | undefined;
  /** The query's values by this name, repeated or separated by commas. */
  queries(name: string): string[];
  /** A header's value. */
  header(name: string): string | undefined;
  /** The body by a schema, or why it does not fit. */
  body<const Schema extends v.GenericSchema>(schema: Schema): v.InferOutput<Schema> | Refusal;
  /** Header `Idempotency-Key`, made unique to who calls. */
  readonly key: string | undefined;
  /** `?dryRun=1`: nothing is to be written (A7). */
  readonly isDryRun: boolean;
  /** Carries out a command, or with `?dryRun=1` says what it would do; `key` is used unless `commandId` is given, and the caller acts unless `as` does. */
  run(asked: Asked, commandId?: string, as?: Actor): Promise<Done | Refusal>;
  /** Whether what the caller brought was withdrawn meanwhile: to be asked before answering a request that waited (R3). */
  readonly isWithdrawn: boolean;
  /** Aborted when the caller has gone. */
  readonly gone: AbortSignal;
}

/** What a call answers: a value for the body, or a refusal. */
export type Answer = (call: Call) => unknown;

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

/** What the address of a request names: parts of its path, and its query. */
export interface Named {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

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

/** The token of `Authorization: Bearer …`. */
export function bearerOf({ headers }: IncomingMessage): string | undefined {
  const [scheme = '', token] = (headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' && token ? token : undefined;
}

function behalfOf(req: IncomingMessage): Behalf | undefined {
  const person = headerOf(req, 'floorwalk-on-behalf-of');
  const from: From = headerOf(req, 'floorwalk-from') === 'teams' ? 'teams' : 'api';
  return person === undefined ? undefined : { person, from };
}
