import type { Conversation } from '../conversation/conversation.ts';
import { primaryOf } from '../conversation/conversation.ts';
import { direction } from '../sentiment/direction.ts';
import { stepOf } from '../sentiment/step.ts';
import type { Time } from '../words.ts';
import { isReachable } from '../agent/presence.ts';
import type { Floor } from './floor.ts';
import { silentSince, waitOf } from './wait.ts';

/** Every reason why a conversation needs attention; clients word them (F3). */
export const reasonKinds = [
  'waiting',
  'inQueue',
  'handRaised',
  'unreachable',
  'sentimentFell',
  'agentSilent',
  'offerRejected',
  'offerNotAnswered',
  'transfers',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export interface Reason {
  readonly kind: ReasonKind;
  /** Instants (`since`, `at`) and milliseconds (`target`), counts (`steps`, `transfers`), names (`agent`). */
  readonly params: Readonly<Record<string, string | number>>;
  readonly urgency: number;
}

/** From how many transfers on a customer has been handed around too often (F3). */
const MANY_TRANSFERS = 2;
/** A wait grows more urgent with each target that it has lasted, up to so many. */
const MOST_TARGETS = 10;

/** Why it needs attention now, most urgent first; empty: it does not (F3). */
export function reasonsOf(floor: Floor, c: Conversation, now: Time): readonly Reason[] {
  const found: Reason[] = [];
  const add = (reason: Reason | null): void => void (reason && found.push(reason));
  add(overTarget(floor, c, now));
  add(handRaised(c));
  add(unreachable(floor, c));
  add(moodFell(floor, c));
  add(silent(floor, c, now));
  add(offerFailed(floor, c));
  if (c.transfers >= MANY_TRANSFERS)
    add({ kind: 'transfers', params: { transfers: c.transfers }, urgency: 10 + 5 * (c.transfers - MANY_TRANSFERS) });
  return found.length < 2 ? found : found.toSorted((a, b) => b.urgency - a.urgency);
}

/** How urgent it is altogether, for the order of the floor: 0 where nothing is the matter (F3). */
export const urgencyOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { urgency }) => sum + urgency, 0);

function overTarget(floor: Floor, c: Conversation, now: Time): Reason | null {
  const wait = waitOf(c, floor.workstreams.get(c.workstream));
  if (wait === null || wait.target === null || now - wait.since <= wait.target) return null;
  const over = Math.floor((now - wait.since) / Math.max(1, wait.target));
  const kind = c.state === 'open' ? 'inQueue' : 'waiting';
  return { kind, params: { since: wait.since, target: wait.target }, urgency: 60 + 10 * Math.min(over, MOST_TARGETS) };
}

/** When a reason comes or grows by the clock alone: the first moment after `now`, or null where none will. */
export function reasonsChangeAt(floor: Floor, c: Conversation, now: Time): Time | null {
  const workstream = floor.workstreams.get(c.workstream);
  const wait = waitOf(c, workstream);
  const moments: Time[] = [];
  if (wait !== null && wait.target !== null) {
    const target = Math.max(1, wait.target);
    const reached = Math.floor((now - wait.since) / target);
    moments.push(wait.since + wait.target + 1);
    if (reached < MOST_TARGETS) moments.push(wait.since + (Math.max(0, reached) + 1) * target);
  }
  const since = silentSince(c);
  const silentFor = workstream?.targets.agentSilent;
  if (since !== null && silentFor !== undefined) moments.push(since + silentFor + 1);
  const ahead = moments.filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** An agent asks, and nobody has said yet that they come (B3). */
function handRaised({ hand }: Conversation): Reason | null {
  return hand === null || hand.claimed ? null : { kind: 'handRaised', params: { at: hand.at }, urgency: 75 };
}

function unreachable(floor: Floor, c: Conversation): Reason | null {
  const primary = primaryOf(c);
  if (c.state !== 'active' || primary?.kind !== 'agent') return null;
  const agent = floor.agents.get(primary.id);
  if (agent === undefined || isReachable(agent)) return null;
  return { kind: 'unreachable', params: { since: agent.unreachableSince ?? 0 }, urgency: 65 };
}

/** At or below the queue's threshold since its alert, or falling and already below neutral. */
function moodFell(floor: Floor, c: Conversation): Reason | null {
  const { scores } = c.sentiment;
  if (scores.length === 0 || c.state === 'wrap-up') return null;
  const step = stepOf(scores);
  const threshold = floor.queues.get(c.queue)?.sentimentAlert ?? null;
  const isLow = step !== 0 && threshold !== null && step <= threshold;
  const isFalling = step !== 0 && step < 4 && direction(scores) === 'falling';
  if (!isLow && !isFalling) return null;
  return {
    kind: 'sentimentFell',
    params: { step, steps: Math.max(1, stepBefore(scores) - step) },
    urgency: 55 - 5 * step,
  };
}

/** The step that the older half of the scores had: what it fell from. */
const stepBefore = (scores: readonly (number | null)[]): number =>
  stepOf(scores.slice(0, Math.floor(scores.length / 2))) || 4;

function silent(floor: Floor, c: Conversation, now: Time): Reason | null {
  const target = floor.workstreams.get(c.workstream)?.targets.agentSilent;
  const since = silentSince(c);
  if (target === undefined || since === null || now - since <= target) return null;
  return { kind: 'agentSilent', params: { since, target }, urgency: 30 };
}

/** The last thing that happened to it was an offer or transfer that nobody took; one taken back by its giver is none. */
function offerFailed({ people }: Floor, c: Conversation): Reason | null {
  const last = c.lastMove;
  if (last === null || (last.did !== 'OfferEnded' && last.did !== 'TransferEnded')) return null;
  if (c.state !== 'open' && last.did === 'OfferEnded') return null;
  if (last.how === 'withdrawn' || last.how === 'cancelled') return null;
  if (last.how !== 'rejected') return { kind: 'offerNotAnswered', params: { at: last.at }, urgency: 25 };
  const agent = people.get(last.person)?.name ?? last.person;
  return { kind: 'offerRejected', params: { at: last.at, agent }, urgency: 25 };
}
