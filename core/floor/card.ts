import type { Actor } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import type { AgentCard } from '../protocol/floor.ts';
import { viewAgent, viewAgents, type AgentView } from './agent-view.ts';
import type { Floor } from './floor.ts';
import { queueNamed } from './row.ts';
import { maySee } from './scope.ts';

/**
 * One agent on the board (K4), or undefined for somebody unknown. The load counts everything; the conversations named
 * are those that this actor may know of.
 */
export function agentCard(floor: Floor, id: string, actor: Actor): AgentCard | undefined {
  const view = viewAgent(floor, id);
  return view && cardOf(floor, view, actor, held(floor).get(id) ?? []);
}

/** The whole board, by name (K4). */
export function agentCards(floor: Floor, actor: Actor): readonly AgentCard[] {
  const holds = held(floor);
  return viewAgents(floor)
    .map((view) => cardOf(floor, view, actor, holds.get(view.person.id) ?? []))
    .sort((a, b) => order(a.name, b.name) || order(a.id, b.id));
}

function cardOf(floor: Floor, view: AgentView, actor: Actor, conversations: readonly Conversation[]): AgentCard {
  const { id, name, queues } = view.person;
  const { presence, custom, reachable, unreachableSince, load, capacity } = view;
  return {
    id,
    name,
    presence,
    custom,
    setBy: view.setBy === null ? null : { id: view.setBy, name: floor.people.get(view.setBy)?.name ?? view.setBy },
    reachable,
    unreachableSince,
    load,
    capacity,
    queues: queues.map((queue) => queueNamed(floor, queue)),
    conversations: conversations
      .filter((c) => maySee(floor, actor, c))
      .map((c) => ({ id: c.id, customer: c.customer.name, units: floor.ledger.get(id)?.get(c.id) ?? 0 })),
  };
}

/** Conversations in each agent's hands, parked and offered ones included, in one pass. */
function held(floor: Floor): ReadonlyMap<string, readonly Conversation[]> {
  const found = new Map<string, Conversation[]>();
  for (const c of floor.conversations.values())
    for (const id of new Set([primaryOf(c)?.id, offerOf(c)?.agent])) {
      if (id === undefined) continue;
      const theirs = found.get(id);
      if (theirs === undefined) found.set(id, [c]);
      else theirs.push(c);
    }
  return found;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
