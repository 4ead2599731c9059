import type { Actor } from '../actor.ts';
import { offerOf, primaryOf, type Conversation } from '../conversation/conversation.ts';
import { situationOf, type Situation } from '../conversation/transitions.ts';
import type { Switch } from '../directory/directory.ts';
import type { Floor } from '../floor/floor.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { isLive, kindOf, type Role, type Time } from '../words.ts';

/** One row of the policy table (R1). Guards run in the order of the fields; an absent field does not guard. */
interface Rule {
  /** `staff`: an agent or a supervisor. */
  readonly role: Role | 'staff';
  readonly switch?: Switch;
  readonly scope?: true;
  readonly states: readonly Situation[];
  /** `parkable`: asynchronous, or a live one whose workstream says so (C1). */
  readonly channel?: 'notRecord' | 'messaging' | 'parkable';
  readonly notElevated?: true;
  /** Who the primary must be: somebody else, somebody else and no bot, an agent, the actor; or who claimed the hand. */
  readonly primary?: 'other' | 'otherAgent' | 'agent' | 'self' | 'selfOrClaimer';
  readonly consent?: true;
  readonly pending?: 'none' | 'some';
  /** Whether a hand must be up, and not claimed yet (B3). */
  readonly hand?: 'none' | 'raised' | 'unclaimed';
}

const watched = ['engaged', 'wrap-up'] as const;
const live = ['open', 'offered', 'engaged', 'waiting', 'wrap-up'] as const;

/** The one policy table: who may do what, in which state, on which channel (R1). */
const table = {
  monitor: {
    role: 'supervisor',
    switch: 'monitor',
    scope: true,
    states: watched,
    channel: 'notRecord',
    primary: 'other',
    consent: true,
  },
  join: {
    role: 'supervisor',
    switch: 'monitor',
    scope: true,
    states: watched,
    channel: 'notRecord',
    primary: 'otherAgent',
    consent: true,
  },
  assign: { role: 'supervisor', switch: 'assign', scope: true, states: ['open'] },
  withdraw: { role: 'supervisor', switch: 'assign', scope: true, states: ['offered'] },
  transfer: {
    role: 'supervisor',
    switch: 'transfer',
    scope: true,
    states: ['engaged', 'waiting'],
    channel: 'messaging',
    notElevated: true,
    primary: 'agent',
    pending: 'none',
  },
  transferToQueue: {
    role: 'supervisor',
    switch: 'transferToQueue',
    scope: true,
    states: ['engaged', 'waiting'],
    channel: 'messaging',
    notElevated: true,
    primary: 'agent',
    pending: 'none',
  },
  cancelTransfer: {
    role: 'supervisor',
    switch: 'transfer',
    scope: true,
    states: ['engaged', 'waiting'],
    pending: 'some',
  },
  forceClose: { role: 'supervisor', scope: true, states: live },
  pick: { role: 'agent', states: ['open'] },
  accept: { role: 'agent', states: ['offered', 'engaged', 'waiting'] },
  reject: { role: 'agent', states: ['offered', 'engaged', 'waiting'] },
  release: { role: 'agent', states: ['engaged'], primary: 'self', pending: 'none' },
  park: { role: 'agent', states: ['engaged'], channel: 'parkable', primary: 'self', pending: 'none' },
  resume: { role: 'agent', states: ['waiting'], primary: 'self' },
  end: { role: 'agent', states: ['engaged'], primary: 'self' },
  close: { role: 'agent', states: ['wrap-up'], primary: 'self' },
  raiseHand: { role: 'agent', states: watched, primary: 'self', hand: 'none' },
  lowerHand: { role: 'staff', states: watched, primary: 'selfOrClaimer', hand: 'raised' },
  claim: { role: 'supervisor', scope: true, states: watched, primary: 'other', hand: 'unclaimed' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof table;
export const actions = Object.keys(table) as readonly Action[];

export interface PolicyQuestion {
  readonly floor: Floor;
  readonly conversation: Conversation;
  readonly actor: Actor;
  readonly now: Time;
}

/** Why this actor may not do this now: the first guard that fails, in the order of R1; null where nothing does. */
export function whyNot(action: Action, { floor, conversation: c, actor }: PolicyQuestion): Refusal | null {
  const rule: Rule = table[action];
  const state = situationOf(c);
  if (actor.kind !== 'person' || !hasRole(actor.roles, rule.role)) return refuse('role');
  if (rule.switch && !floor.policy.switches[rule.switch]) return refuse('switchedOff');
  if (rule.scope && !isInScope(actor, c.queue)) return refuse('outOfScope');
  if (!rule.states.includes(state)) return refuseState(c, floor);
  if (rule.channel === 'notRecord' && c.channel === 'record') return refuse('channel');
  if (rule.channel === 'messaging' && kindOf(c.channel) !== 'messaging') return refuse('channel');
  if (rule.channel === 'parkable' && isLive(c.channel) && !floor.workstreams.get(c.workstream)?.mayPark)
    return refuse('releaseInstead');
  if (rule.notElevated && c.elevated) return refuse('elevated');
  const primary = primaryRefusal(rule, c, actor.id);
  if (primary) return refuse(primary, { state, ...(primary === 'notPrimary' ? winnerOf(c, floor) : {}) });
  if (rule.consent && floor.policy.consent === 'accepted' && c.consentAt === null) return refuse('consentMissing');
  const offer = offerOf(c);
  if (rule.pending === 'none' && offer) return refuse('transferPending', winnerOf(c, floor));
  if (rule.pending === 'some' && !offer) return refuse('noTransferPending', { state, ...winnerOf(c, floor) });
  return handRefusal(rule.hand, c, floor);
}

const hasRole = (roles: readonly Role[], needed: Rule['role']): boolean =>
  needed === 'staff' ? roles.includes('agent') || roles.includes('supervisor') : roles.includes(needed);

/** Who came too late to a hand is told who was first (A6, B3). */
function handRefusal(needed: Rule['hand'], c: Conversation, floor: Floor): Refusal | null {
  if (needed === undefined) return null;
  if (needed === 'none') return c.hand === null ? null : refuse('handRaised');
  const last = c.handMove;
  const winner = last && {
    winner: { person: floor.people.get(last.person)?.name ?? last.person, at: last.at, did: last.did },
  };
  if (c.hand === null) return refuse('noHandRaised', { state: situationOf(c), ...winner });
  return needed === 'unclaimed' && c.hand.claimed ? refuse('handClaimed', { ...winner }) : null;
}

function primaryRefusal(rule: Rule, c: Conversation, actor: string): 'isPrimary' | 'heldByBot' | 'notPrimary' | null {
  const primary = primaryOf(c);
  switch (rule.primary) {
    case 'other':
      return primary?.id === actor ? 'isPrimary' : null;
    case 'otherAgent':
      if (primary?.kind === 'bot') return 'heldByBot';
      return primary?.id === actor ? 'isPrimary' : null;
    case 'agent':
      return primary?.kind === 'bot' ? 'heldByBot' : null;
    case 'selfOrClaimer':
      return primary?.id === actor || c.hand?.claimed?.by === actor ? null : 'notPrimary';
    case 'self':
      return primary?.id === actor ? null : 'notPrimary';
    default:
      return null;
  }
}

/** Scope is by the conversation's queue now (R2). */
export const isInScope = (actor: Actor, queue: string): boolean =>
  actor.kind === 'person' && (actor.scope === 'all' || actor.scope.includes(queue));

/** The refusal of C1 and A6: the state now, and who was first. */
export const refuseState = (c: Conversation, floor: Floor): Refusal =>
  refuse('state', { state: situationOf(c), ...winnerOf(c, floor) });

/** Who moved it last, by name, for the loser of a race (A6). */
export function winnerOf(c: Conversation, floor: Floor): Pick<Refusal, 'winner'> {
  const last = c.lastMove;
  if (!last) return {};
  const named = (id: string): string => floor.people.get(id)?.name ?? id;
  const to = last.to === undefined ? {} : { to: floor.queues.get(last.to)?.name ?? named(last.to) };
  return { winner: { person: named(last.person), at: last.at, did: last.did, ...to } };
}
