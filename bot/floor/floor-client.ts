import { refusals, type Refusal } from '@floorwalk/core';
import { refusal as refusalSchema, parse } from '@floorwalk/core/protocol';
import type * as v from 'valibot';
import type { Credentials } from './credentials.ts';
import { behalfOf, type Account } from './person.ts';

/** What the server answered, or why not. */
export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

const ANSWER_WITHIN_MS = 5_000;

export interface Ask<T> {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  /** The same key again answers with the first result (P4). */
  readonly key?: string;
  /** How much longer than usual an answer may take. */
  readonly moreMs?: number;
  /** Ends the wait for it. */
  readonly signal?: AbortSignal;
  /** What the answer must look like. */
  readonly schema: v.GenericSchema<unknown, T>;
}

/** The server's interface by HTTP, each request on behalf of one person. Never rejects. */
export class FloorClient {
  readonly #server: string;
  readonly #credentials: Credentials;

  constructor(server: string, credentials: Credentials) {
    this.#server = server;
    this.#credentials = credentials;
  }

  async ask<T>(account: Account | null, asked: Ask<T>): Promise<Answered<T>> {
    const { method = 'GET', path, body, key, schema, moreMs = 0, signal } = asked;
    const timeout = (): AbortSignal => AbortSignal.timeout(ANSWER_WITHIN_MS + moreMs);
    const once = async (): Promise<Answered<T>> => {
      const response = await fetch(new URL(path, this.#server), {
        method,
        headers: {
          authorization: `Bearer ${await this.#credentials()}`,
          ...(account && { 'floorwalk-on-behalf-of': behalfOf(account), 'floorwalk-from': 'teams' }),
          ...(body && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: signal ? AbortSignal.any([signal, timeout()]) : timeout(),
      });
      const json: unknown = await response.json();
      if (!response.ok) return { ok: false, refusal: refusalFrom(json) };
      const parsed = parse(schema, json);
      return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, refusal: away };
    };
    try {
      return await once();
    } catch {
      // Reading is harmless, and an act with a key is done once however often it is asked for.
      if (method !== 'GET' && key === undefined) return { ok: false, refusal: away };
    }
    try {
      return await once();
    } catch {
      return { ok: false, refusal: away };
    }
  }
}

const away: Refusal = {
  refusal: 'busy',
  detail: 'Floorwalk does not answer. It is not known whether this was done: look at the floor, then try again.',
};

function refusalFrom(json: unknown): Refusal {
  const parsed = parse(refusalSchema, json);
  if (!parsed.ok || !(parsed.value.refusal in refusals)) return away;
  // The wire's refusal is the core's, parsed.
  return parsed.value as Refusal;
}
