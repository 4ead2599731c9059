import type { Agent } from '../agent/agent.ts';
import { initialAgent } from '../agent/evolve.ts';
import { isReachable, routingPresence } from '../agent/presence.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Workstream } from '../directory/directory.ts';
import { isLive, type Time } from '../words.ts';
import { isWorkingAgent, loadOf } from './agent-view.ts';
import type { Floor } from './floor.ts';

/** Push asks this agent to take this conversation. */
export interface NextOffer {
  readonly conversation: string;
  readonly agent: string;
}

/** A member with what this pass has already given them. */
interface Member {
  readonly id: string;
  readonly agent: Agent;
  readonly capacity: number;
  load: number;
  offeredAt: Time;
  /** The place of their latest offer within this pass; 0 before any. */
  turn: number;
}

/** Never offered before: longer ago than any time. */
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * What a queue on push offers now, oldest open conversation first (D1). Each goes to the reachable member with an
 * allowed presence and the most free units, never beyond capacity, ties to whoever was offered longest ago; what this
 * pass offers counts for the rest of it. Who declined a conversation is left alone until their time is over.
 */
export function nextOffers(floor: Floor, queueId: string, now: Time): readonly NextOffer[] {
  if (floor.queues.get(queueId)?.distribution !== 'push') return [];
  const members = membersOf(floor, queueId);
  const offers: NextOffer[] = [];
  for (const c of oldestFirst(floor, queueId)) {
    const workstream = floor.workstreams.get(c.workstream);
    const taker = workstream && bestFor(c, workstream, members, now);
    if (taker === undefined) continue;
    taker.load += c.units;
    taker.offeredAt = now;
    offers.push({ conversation: c.id, agent: taker.id });
    taker.turn = offers.length;
  }
  return offers;
}

/** When push must look again at a conversation that agents declined: the first of their times that is still to come. */
export function declinedUntil(c: Conversation, now: Time): Time | null {
  const times = Object.values(c.declined).filter((until) => until > now);
  return c.state !== 'open' || times.length === 0 ? null : Math.min(...times);
}

function membersOf(floor: Floor, queueId: string): readonly Member[] {
  return [...floor.people.values()]
    .filter((person) => isWorkingAgent(person) && person.queues.includes(queueId))
    .map(({ id, capacity }) => {
      const agent = floor.agents.get(id) ?? initialAgent(id);
      return { id, agent, capacity, load: loadOf(floor, id), offeredAt: agent.offeredAt ?? NEVER, turn: 0 };
    })
    .filter(({ agent }) => isReachable(agent));
}

function oldestFirst({ conversations }: Floor, queueId: string): readonly Conversation[] {
  const open: Conversation[] = [];
  for (const c of conversations.values()) if (c.state === 'open' && c.queue === queueId) open.push(c);
  return open.sort((a, b) => ageOf(a) - ageOf(b) || (a.id < b.id ? -1 : 1));
}

/** Live: since it entered the queue; asynchronous: the customer's last message. */
const ageOf = (c: Conversation): Time => (isLive(c.channel) ? c.queuedAt : (c.reply.lastCustomerAt ?? c.queuedAt));

function bestFor(c: Conversation, workstream: Workstream, members: readonly Member[], now: Time): Member | undefined {
  let best: Member | undefined;
  for (const member of members)
    if (mayTake(member, c, workstream, now) && (best === undefined || isBetter(member, best))) best = member;
  return best;
}

const mayTake = (member: Member, c: Conversation, { allowedPresences }: Workstream, now: Time): boolean =>
  member.load + c.units <= member.capacity &&
  allowedPresences.includes(routingPresence(member.agent, member.load, member.capacity)) &&
  (c.declined[member.id] ?? 0) <= now;

function isBetter(a: Member, b: Member): boolean {
  const free = a.capacity - a.load - (b.capacity - b.load);
  if (free !== 0) return free > 0;
  if (a.offeredAt !== b.offeredAt) return a.offeredAt < b.offeredAt;
  return a.turn === b.turn ? a.id < b.id : a.turn < b.turn;
}
