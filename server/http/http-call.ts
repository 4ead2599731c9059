import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse, type Actor, type Refusal } from '@floorwalk/core';
import { parse } from '@floorwalk/core/protocol';
import type * as v from 'valibot';
import type { Done, Options, Request as Asked, Tenant } from '../engine/engine.ts';
import type { Call, Named } from './call.ts';
import type { Known } from './exchange.ts';

/** A header's value, by its name in small letters. */
export function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.join(', ');
}

/**
 * A call as it came over HTTP. A class and no literal: of a literal with getters V8 makes a kind of its own each time, which
 * keeps the whole request alive until everything is collected.
 */
export class HttpCall implements Call {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly key: string | undefined;
  readonly isDryRun: boolean;
  readonly #req: IncomingMessage & { readonly body?: unknown };
  readonly #res: ServerResponse;
  readonly #named: Named;
  readonly #known: Known;
  #gone: AbortSignal | undefined;

  constructor(req: IncomingMessage, res: ServerResponse, named: Named, known: Known) {
    const { tenant, actor } = known.caller;
    this.tenant = tenant;
    this.actor = actor;
    this.#req = req;
    this.#res = res;
    this.#named = named;
    this.#known = known;
    const given = headerOf(req, 'idempotency-key');
    const who = actor.kind === 'person' || actor.kind === 'integration' || actor.kind === 'bot' ? actor.id : actor.kind;
    this.key = given === undefined || given === '' ? undefined : `http:${who}:${given}`;
    const dryRun = named.query['dryRun'];
    this.isDryRun = dryRun === '1' || dryRun === 'true';
  }

  get isWithdrawn(): boolean {
    return this.#known.isWithdrawn();
  }

  get gone(): AbortSignal {
    return (this.#gone ??= goneOf(this.#res));
  }

  readonly param = (name: string): string => {
    const value = this.#named.params[name];
    return typeof value === 'string' ? value : '';
  };

  readonly query = (name: string): string | undefined => {
    const value = this.#named.query[name];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' && first !== '' ? first : undefined;
  };

  readonly queries = (name: string): string[] => {
    const value = this.#named.query[name];
    const all: unknown[] = Array.isArray(value) ? value : [value];
    return all.flatMap((item) => (typeof item === 'string' ? item.split(',') : [])).filter((item) => item !== '');
  };

  header(name: string): string | undefined {
    return headerOf(this.#req, name.toLowerCase());
  }

  body<const Schema extends v.GenericSchema>(schema: Schema): v.InferOutput<Schema> | Refusal {
    const parsed = parse(schema, this.#req.body ?? {});
    if (parsed.ok) return parsed.value;
    const field = /^([^\s:]+): /u.exec(parsed.reason)?.[1];
    return refuse('malformed', { detail: parsed.reason, ...(field !== undefined && { field }) });
  }

  run(asked: Asked, commandId: string | undefined = this.key, as: Actor = this.actor): Promise<Done | Refusal> {
    const options: Options = { ...(commandId !== undefined && { commandId }), ...(this.isDryRun && { dryRun: true }) };
    return this.tenant.run(as, asked, options);
  }
}

function goneOf(res: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (res.closed) gone.abort();
  else res.once('close', () => gone.abort());
  return gone.signal;
}
