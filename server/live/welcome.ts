import { isWorkingAgent, type Floor } from '@floorwalk/core/floor';
import { PROTOCOL_VERSION, type ServerMessage } from '@floorwalk/core/protocol';
import { isInScope } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';

/**
 * The answers to a hello: who they are, and what their filters may name. Whoever comes with the same rights gets the same
 * text, made once for as long as the directory stays as it is; only the time is of now.
 */
export class Welcomes {
  readonly #tenant: Tenant;
  #made = new WeakMap<PersonActor, { readonly epoch: string; readonly text: string }>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** As the text of one message. */
  textFor(actor: PersonActor, heartbeat: number): string {
    const { epoch } = this.#tenant;
    const known = this.#made.get(actor);
    const { text } = known?.epoch === epoch ? known : this.#make(actor, epoch, heartbeat);
    return `{"type":"welcome","now":${this.#tenant.now()},${text}`;
  }

  /** The directory has changed, or was read again. */
  clear(): void {
    this.#made = new WeakMap();
  }

  #make(actor: PersonActor, epoch: string, heartbeat: number): { readonly epoch: string; readonly text: string } {
    const { floor } = this.#tenant;
    const { id, name, roles } = actor;
    const rest: Omit<Extract<ServerMessage, { type: 'welcome' }>, 'type' | 'now'> = {
      version: PROTOCOL_VERSION,
      epoch,
      heartbeat,
      person: { id, name, roles: [...roles] },
      queues: queuesOf(floor, actor),
      agents: agentsOf(floor, actor),
    };
    const made = { epoch, text: JSON.stringify(rest).slice(1) };
    this.#made.set(actor, made);
    return made;
  }
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
