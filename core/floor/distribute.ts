import type { Agent } from '../agent/agent.ts';
import { initialAgent } from '../agent/evolve.ts';
import { isReachable, routingPresence } from '../agent/presence.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Workstream } from '../directory/directory.ts';
import type { Time } from '../words.ts';
import { isWorkingAgent, loadOf } from './agent-view.ts';
import type { Floor } from './floor.ts';
import { byAge } from './open-queue.ts';
import type { SortedList } from './sorted-list.ts';

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
  const kinds = [...(floor.conversations.open(queueId)?.kinds() ?? [])].map((list) => new Waiting(list));
  for (let kind = oldestOf(kinds); kind?.head; kind = oldestOf(kinds)) {
    const c = kind.head;
    const workstream = floor.workstreams.get(c.workstream);
    const taker = workstream && bestFor(c, workstream, members, now);
    if (taker === undefined) {
      // Where nobody has room for this one, nobody has for the next of its kind, until somebody is given another.
      if (workstream && members.some((member) => hasRoom(member, c, workstream))) kind.next();
      else kind.rest();
      continue;
    }
    taker.load += c.units;
    taker.offeredAt = now;
    offers.push({ conversation: c.id, agent: taker.id });
    taker.turn = offers.length;
    for (const one of kinds) one.goOnAfter(c);
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

/** What waits of one kind, the oldest at its head. */
class Waiting {
  readonly #list: SortedList<Conversation>;
  #rest: Generator<Conversation, undefined>;
  #isResting = false;
  /** The next one to be offered; undefined where none is, or nobody has room for any. */
  head: Conversation | undefined;

  constructor(list: SortedList<Conversation>) {
    this.#list = list;
    this.#rest = list.after(undefined);
    this.next();
  }

  next(): void {
    this.head = this.#rest.next().value;
  }

  rest(): void {
    this.#isResting = true;
    this.head = undefined;
  }

  /** This one was offered: what rested goes on with those that are younger, as everything else does. */
  goOnAfter(offered: Conversation): void {
    if (!this.#isResting) {
      if (this.head === offered) this.next();
      return;
    }
    this.#isResting = false;
    this.#rest = this.#list.after(offered);
    this.next();
  }
}

function oldestOf(kinds: readonly Waiting[]): Waiting | undefined {
  let oldest: Waiting | undefined;
  for (const kind of kinds) if (kind.head && (!oldest?.head || byAge(kind.head, oldest.head) < 0)) oldest = kind;
  return oldest;
}

function bestFor(c: Conversation, workstream: Workstream, members: readonly Member[], now: Time): Member | undefined {
  let best: Member | undefined;
  for (const member of members)
    if (mayTake(member, c, workstream, now) && (best === undefined || isBetter(member, best))) best = member;
  return best;
}

const mayTake = (member: Member, c: Conversation, workstream: Workstream, now: Time): boolean =>
  hasRoom(member, c, workstream) && (c.declined[member.id] ?? 0) <= now;

const hasRoom = (member: Member, c: Conversation, { allowedPresences }: Workstream): boolean =>
  member.load + c.units <= member.capacity &&
  allowedPresences.includes(routingPresence(member.agent, member.load, member.capacity));

function isBetter(a: Member, b: Member): boolean {
  const free = a.capacity - a.load - (b.capacity - b.load);
  if (free !== 0) return free > 0;
  if (a.offeredAt !== b.offeredAt) return a.offeredAt < b.offeredAt;
  return a.turn === b.turn ? a.id < b.id : a.turn < b.turn;
}
