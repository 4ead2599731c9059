import { initialAgent } from '../agent/evolve.ts';
import { isManualInForce, isReachable, routingPresence } from '../agent/presence.ts';
import type { Person } from '../directory/directory.ts';
import type { Presence } from '../words.ts';
import type { Floor } from './floor.ts';

/** An agent as routing and supervisors see them now: computed, never stored (K2, K3). */
export interface AgentView {
  readonly person: Person;
  /** Routing presence by K2. */
  readonly presence: Presence;
  readonly custom: string | null;
  /** Who set the presence that counts, if it was set by hand. */
  readonly setBy: string | null;
  readonly reachable: boolean;
  readonly unreachableSince: number | null;
  readonly load: number;
  readonly capacity: number;
  /** `capacity - load`; negative when exceeded (A4). */
  readonly free: number;
}

/** What is so of this person as an agent, or undefined for somebody unknown. Bots and disabled people included. */
export function viewAgent(floor: Floor, id: string): AgentView | undefined {
  const person = floor.people.get(id);
  return person === undefined ? undefined : viewPerson(floor, person);
}

/** Everybody who can be given conversations: agents who are enabled and not bots, in the directory's order. */
export const viewAgents = (floor: Floor): readonly AgentView[] =>
  [...floor.people.values()].filter(isWorkingAgent).map((person) => viewPerson(floor, person));

/** Whether conversations may be given to this person at all: an enabled agent, not a bot. */
export const isWorkingAgent = (person: Person): boolean =>
  !person.bot && !person.disabled && person.roles.includes('agent');

/** Units an agent holds: the sum of their ledger, never a counter (K3). */
export function loadOf(floor: Floor, agent: string): number {
  let load = 0;
  for (const units of floor.ledger.get(agent)?.values() ?? []) load += units;
  return load;
}

function viewPerson(floor: Floor, person: Person): AgentView {
  const agent = floor.agents.get(person.id) ?? initialAgent(person.id);
  const { capacity } = person;
  const load = loadOf(floor, person.id);
  const reachable = isReachable(agent) && !person.disabled;
  const presence = person.disabled ? 'offline' : routingPresence(agent, load, capacity);
  const manual = isManualInForce(agent, presence) ? agent.manual : null;
  return {
    person,
    presence,
    custom: manual?.custom ?? null,
    setBy: manual?.by ?? null,
    reachable,
    unreachableSince: agent.unreachableSince,
    load,
    capacity,
    free: capacity - load,
  };
}
