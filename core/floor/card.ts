import type { Actor } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import type { AgentCard } from '../protocol/floor.ts';
import { viewAgent, viewAgents, type AgentView } from './agent-view.ts';
import type { Floor } from './floor.ts';
import { queueNamed } from './row.ts';
import { maySee } from './scope.ts';

/** At least the conversations that an agent holds or is offered, in any order. */
export type Theirs = (agent: string) => readonly Conversation[];

/**
 * One agent on the board (K4), or undefined for somebody unknown. The load counts everything; the conversations named
 * are those that this actor may know of.
 */
export function agentCard(floor: Floor, id: string, actor: Actor, theirs?: Theirs): AgentCard | undefined {
  const view = viewAgent(floor, id);
  return view && cardOf(floor, view, actor, (theirs ?? heldOn(floor))(id));
}

/** The whole board, by name (K4). */
export function agentCards(floor: Floor, actor: Actor, theirs: Theirs = heldOn(floor)): readonly AgentCard[] {
  return viewAgents(floor)
    .map((view) => cardOf(floor, view, actor, theirs(view.person.id)))
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
      .filter((c) => (primaryOf(c)?.id === id || offerOf(c)?.agent === id) && maySee(floor, actor, c))
      .toSorted((a, b) => a.openedAt - b.openedAt || order(a.id, b.id))
      .map((c) => ({ id: c.id, customer: c.customer.name, units: floor.ledger.get(id)?.get(c.id) ?? 0 })),
  };
}

/** Conversations in each agent's hands, parked and offered ones included, in one pass over the whole floor. */
function heldOn(floor: Floor): Theirs {
  const found = new Map<string, Conversation[]>();
  for (const c of floor.conversations.values())
    for (const id of new Set([primaryOf(c)?.id, offerOf(c)?.agent])) {
      if (id === undefined) continue;
      const theirs = found.get(id);
      if (theirs === undefined) found.set(id, [c]);
      else theirs.push(c);
    }
  return (agent) => found.get(agent) ?? [];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
