import type { ServerResponse } from 'node:http';
import { refuse, type Refusal, type RefusalCode } from '@floorwalk/core';
import { exchangeOf, sendJson } from './exchange.ts';

/** The HTTP status of each refusal; one without a status does not compile. */
export const statuses = {
  malformed: 400,
  tooLarge: 413,
  attachmentsNotSupported: 415,
  unauthenticated: 401,
  tooManyRequests: 429,
  tooManySubscriptions: 429,
  busy: 503,
  unknownConversation: 404,
  unknownAgent: 404,
  unknownQueue: 404,
  unknownWorkstream: 404,
  unknownPerson: 404,
  unknownRoute: 404,
  identifierReused: 409,
  role: 403,
  switchedOff: 403,
  outOfScope: 403,
  state: 409,
  channel: 409,
  elevated: 409,
  isPrimary: 409,
  notPrimary: 403,
  notParticipant: 403,
  notOfferee: 403,
  heldByBot: 409,
  notHeldByBot: 409,
  consentMissing: 403,
  transferPending: 409,
  noTransferPending: 409,
  noOfferPending: 409,
  presenceNotAllowed: 409,
  agentUnreachable: 409,
  overCapacity: 409,
  reasonRequired: 422,
  sameTarget: 409,
  targetIsBot: 409,
  targetDisabled: 409,
  targetNotAgent: 409,
  queueKind: 409,
  queueWithoutMembers: 409,
  notMember: 403,
  distribution: 403,
  releaseInstead: 409,
  planeClosed: 409,
  handRaised: 409,
  noHandRaised: 409,
  handClaimed: 409,
  notWatching: 403,
  presenceBySystem: 422,
  emptyAllowedPresences: 422,
  inUse: 409,
  version: 409,
  staleEpoch: 409,
} as const satisfies Record<RefusalCode, number>;

/** What a refused request answers, as `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly refusal: RefusalCode;
  readonly detail: string;
  readonly state?: string;
  readonly winner?: Refusal['winner'];
  readonly excess?: number;
  readonly field?: string;
}

/** The problem of a refusal: `title` is the table's sentence, `detail` says what it was this time. */
export function problemOf({ refusal, detail, state, winner, excess, field }: Refusal, status?: number): Problem {
  return {
    type: `urn:floorwalk:refusal:${refusal}`,
    title: refuse(refusal).detail,
    status: status ?? statuses[refusal],
    refusal,
    detail,
    ...(state !== undefined && { state }),
    ...(winner !== undefined && { winner }),
    ...(excess !== undefined && { excess }),
    ...(field !== undefined && { field }),
  };
}

/** Answers a refusal. `status` replaces the table's where HTTP has a more exact one. */
export function sendProblem(res: ServerResponse, refusal: Refusal, status?: number): void {
  const problem = problemOf(refusal, status);
  if (problem.status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
  if (problem.status === 503) res.setHeader('Retry-After', '1');
  exchangeOf(res).refusal = problem.refusal;
  sendJson(res, problem.status, problem, 'application/problem+json');
}
