import type { Actor, Refusal } from '@floorwalk/core';
import type * as v from 'valibot';
import type { Done, Request as Asked, Tenant } from '../engine/engine.ts';

/** What the address of a request names: parts of its path, and its query. */
export interface Named {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

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
