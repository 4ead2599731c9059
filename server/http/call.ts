import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { isRefusal, refuse, type Actor, type From, type Refusal } from '@floorwalk/core';
import { parse } from '@floorwalk/core/protocol';
import type * as v from 'valibot';
import type { Auth, Caller } from '../auth/auth.ts';
import type { Done, Options, Request as Asked, Tenant } from '../engine/engine.ts';
import type { Behalf } from '../live/auth-port.ts';
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

interface Known {
  readonly caller: Caller;
  readonly isWithdrawn: () => boolean;
}
const callers = new WeakMap<Response, Known>();

/** Checks the bearer token before anything else of the request is read; who brings none that counts is counted by `strangers`. */
export const authenticate =
  (auth: Auth, strangers: RequestHandler): RequestHandler =>
  async (req, res, next) => {
    const token = bearerOf(req);
    const found = token === undefined ? refuse('unauthenticated') : await auth.caller(token, behalfOf(req));
    if (isRefusal(found)) return void (await strangers(req, res, () => sendProblem(res, found)));
    if ((req.get('Idempotency-Key') ?? '').length > LONGEST_KEY)
      return sendProblem(
        res,
        refuse('malformed', { detail: `Idempotency-Key: must be at most ${LONGEST_KEY} characters.` }),
      );
    callers.set(res, { caller: found, isWithdrawn: () => auth.isWithdrawn(found) });
    next();
  };

/** A handler that answers `answer`'s value as JSON with `status`, or its refusal as a problem. */
export const respond =
  (answer: Answer, status = 200): RequestHandler =>
  async (req, res) => {
    const caller = callers.get(res);
    if (!caller) return sendProblem(res, refuse('unauthenticated'));
    const value = await answer(callOf(req, res, caller));
    if (res.destroyed) return;
    if (isRefusal(value)) return sendProblem(res, value);
    res.setHeader('Cache-Control', 'no-store');
    res.status(status).json(value);
  };

/** The same for an answer that is sent while it is made: lines of `type`, as fast as the caller takes them. */
export const respondStream =
  (type: string, answer: (call: Call) => AsyncIterable<string> | Refusal): RequestHandler =>
  async (req, res) => {
    const caller = callers.get(res);
    const lines = caller ? answer(callOf(req, res, caller)) : refuse('unauthenticated');
    if (isRefusal(lines)) return sendProblem(res, lines);
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Type', type);
    // A caller who goes away, or a store that fails, ends it: what is cut off is not taken for the whole.
    await pipeline(whileItCounts(lines, caller), res).catch(() => res.destroy());
  };

/** Lines for as long as what the caller brought counts: a right withdrawn meanwhile ends them (R3). */
async function* whileItCounts(lines: AsyncIterable<string>, caller: Known | undefined): AsyncGenerator<string> {
  for await (const line of lines) {
    if (caller?.isWithdrawn() !== false) throw new Error('The right to read on was withdrawn.');
    yield line;
  }
}

/** The token of `Authorization: Bearer …`. */
export function bearerOf(req: Request): string | undefined {
  const [scheme = '', token] = (req.headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' && token ? token : undefined;
}

function behalfOf(req: Request): Behalf | undefined {
  const person = req.get('Floorwalk-On-Behalf-Of');
  const from: From = req.get('Floorwalk-From') === 'teams' ? 'teams' : 'api';
  return person === undefined ? undefined : { person, from };
}

function goneOf(res: Response): AbortSignal {
  const gone = new AbortController();
  if (res.closed) gone.abort();
  else res.once('close', () => gone.abort());
  return gone.signal;
}

function callOf(req: Request, res: Response, { caller: { tenant, actor }, isWithdrawn }: Known): Call {
  const given = req.get('Idempotency-Key');
  const who = actor.kind === 'person' || actor.kind === 'integration' || actor.kind === 'bot' ? actor.id : actor.kind;
  const key = given === undefined || given === '' ? undefined : `http:${who}:${given}`;
  const isDryRun = req.query['dryRun'] === '1' || req.query['dryRun'] === 'true';
  let gone: AbortSignal | undefined;
  const queries = (name: string): string[] => {
    const value = req.query[name];
    const all = Array.isArray(value) ? value : [value];
    return all.flatMap((item) => (typeof item === 'string' ? item.split(',') : [])).filter((item) => item !== '');
  };
  return {
    tenant,
    actor,
    key,
    isDryRun,
    get isWithdrawn() {
      return isWithdrawn();
    },
    get gone() {
      return (gone ??= goneOf(res));
    },
    param: (name) => String(req.params[name] ?? ''),
    query: (name) => {
      const value = req.query[name];
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' && first !== '' ? first : undefined;
    },
    queries,
    header: (name) => req.get(name),
    body: (schema) => {
      const parsed = parse(schema, req.body ?? {});
      if (parsed.ok) return parsed.value;
      const field = /^([^\s:]+): /u.exec(parsed.reason)?.[1];
      return refuse('malformed', { detail: parsed.reason, ...(field !== undefined && { field }) });
    },
    run: (asked, commandId = key, as = actor) => {
      const options: Options = { ...(commandId !== undefined && { commandId }), ...(isDryRun && { dryRun: true }) };
      return tenant.run(as, asked, options);
    },
  };
}
