import { isWorkingAgent, type Floor } from '@floorwalk/core/floor';
import { PROTOCOL_VERSION, type ServerMessage } from '@floorwalk/core/protocol';
import { isInScope } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';

/** The answer to a hello: who they are, and what their filters may name. */
export function welcomeFor(tenant: Tenant, actor: PersonActor, heartbeat: number): ServerMessage {
  const { id, name, roles } = actor;
  return {
    type: 'welcome',
    version: PROTOCOL_VERSION,
    epoch: tenant.epoch,
    now: tenant.now(),
    heartbeat,
    person: { id, name, roles: [...roles] },
    queues: queuesOf(tenant.floor, actor),
    agents: agentsOf(tenant.floor, actor),
  };
}

/** Queues of a supervisor's scope and those of which they are a member. */
function queuesOf(floor: Floor, actor: PersonActor): { id: string; name: string }[] {
  const own = floor.people.get(actor.id)?.queues ?? [];
  const isSupervisor = actor.roles.includes('supervisor');
  return [...floor.queues.values()]
    .filter(({ id }) => own.includes(id) || (isSupervisor && isInScope(actor, id)))
    .map(({ id, name }) => ({ id, name }));
}

/** Only supervisors see the board of agents (K4); everybody else is told of themselves. */
function agentsOf(floor: Floor, actor: PersonActor): { id: string; name: string }[] {
  return [...floor.people.values()]
    .filter((person) => isWorkingAgent(person) && (actor.roles.includes('supervisor') || person.id === actor.id))
    .map(({ id, name }) => ({ id, name }));
}
