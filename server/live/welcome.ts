import { isWorkingAgent, type Floor } from '@floorwalk/core/floor';
import { PROTOCOL_VERSION, type ServerMessage } from '@floorwalk/core/protocol';
import { isInScope } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';

/** So many different rights of supervisors are remembered; there are mostly a few in a tenant. */
const MOST = 200;

/**
 * The answers to a hello: who they are, and what their filters may name. Supervisors of the same queues may name the same,
 * so that it is put together once for all of them, for as long as the directory stays as it is.
 */
export class Welcomes {
  readonly #tenant: Tenant;
  readonly #named = new Map<string, string>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** As the text of one message. */
  textFor(actor: PersonActor, heartbeat: number): string {
    const { id, name, roles } = actor;
    const who: Omit<Welcome, 'queues' | 'agents'> = {
      type: 'welcome',
      version: PROTOCOL_VERSION,
      now: this.#tenant.now(),
      epoch: this.#tenant.epoch,
      heartbeat,
      person: { id, name, roles: [...roles] },
    };
    return `${JSON.stringify(who).slice(0, -1)},${this.#namesFor(actor)}`;
  }

  /** The directory has changed, or was read again. */
  clear(): void {
    this.#named.clear();
  }

  #namesFor(actor: PersonActor): string {
    const { floor } = this.#tenant;
    const own = floor.people.get(actor.id)?.queues ?? [];
    // What agents may name is of nobody else.
    if (!isSupervisor(actor)) return namesOf(floor, actor, own);
    const rights = JSON.stringify([actor.scope, own]);
    const known = this.#named.get(rights);
    if (known !== undefined) return known;
    if (this.#named.size >= MOST) this.#named.clear();
    const names = namesOf(floor, actor, own);
    this.#named.set(rights, names);
    return names;
  }
}

type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

/**
 * The end of the message: queues of a supervisor's scope and those of which they are a member, and agents; only supervisors
 * see the board of agents (K4), everybody else is told of themselves.
 */
function namesOf(floor: Floor, actor: PersonActor, own: readonly string[]): string {
  const all = isSupervisor(actor);
  const queues = [...floor.queues.values()].filter(({ id }) => own.includes(id) || (all && isInScope(actor, id)));
  const agents = [...floor.people.values()].filter((it) => isWorkingAgent(it) && (all || it.id === actor.id));
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
  const names: Pick<Welcome, 'queues' | 'agents'> = { queues: queues.map(named), agents: agents.map(named) };
  return JSON.stringify(names).slice(1);
}

const isSupervisor = ({ roles }: PersonActor): boolean => roles.includes('supervisor');
