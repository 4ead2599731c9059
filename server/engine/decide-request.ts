import { actorId, refuse, type Actor, type Refusal } from '@floorwalk/core';
import { decideAgent, initialAgent, type AgentCommand } from '@floorwalk/core/agent';
import { decide, type Conversation } from '@floorwalk/core/conversation';
import { decideViews, type Floor } from '@floorwalk/core/floor';
import { isInScope, whyNot } from '@floorwalk/core/policy';
import { decideRoster, initialRoster } from '@floorwalk/core/supervision';
import { isRefusal } from '@floorwalk/core';
import { decideDirectory } from './decide-directory.ts';
import type { Request } from './engine.ts';
import { planAgent, planConversation, planRoster, type Planned } from './plan.ts';
import { planViews } from './plan-views.ts';

/** What deciding needs besides the request: the live floor, the moment, ids, and this server's name for leases. */
export interface DecideWorld {
  readonly floor: Floor;
  readonly now: number;
  readonly newId: () => string;
  readonly server: string;
}

/** Decides one request on the floor as it is, and what it writes. `c` is the conversation it names, if there is one. */
export function decideRequest(
  world: DecideWorld,
  actor: Actor,
  request: Request,
  c: Conversation | undefined,
): Planned {
  const { floor, now, newId } = world;
  switch (request.of) {
    case 'conversation': {
      const decided = decide(request.id, c, request.command, { floor, actor, now, newId });
      return isRefusal(decided) ? decided : planConversation(floor, request.id, c, decided, actor, request.command);
    }
    case 'agent': {
      const no = agentRefusal(floor, actor, request.id, request.command);
      if (no) return no;
      const agent = floor.agents.get(request.id) ?? initialAgent(request.id);
      const moment = { now, by: actorId(actor), customPresences: floor.policy.customPresences };
      const events = decideAgent(agent, request.command, moment);
      return isRefusal(events) ? events : planAgent(floor, request.id, events, actor);
    }
    case 'roster':
      return decideWatch(world, actor, request, c);
    case 'views': {
      const decided = decideViews({ floor, actor, now }, request.command);
      return isRefusal(decided) ? decided : planViews(floor, decided, actor);
    }
    case 'directory':
      return decideDirectory(floor, actor, request, now);
  }
}

function decideWatch(
  world: DecideWorld,
  actor: Actor,
  request: Extract<Request, { of: 'roster' }>,
  c: Conversation | undefined,
): Planned {
  const { floor, now, server } = world;
  const { id, command } = request;
  const roster = floor.rosters.get(id) ?? initialRoster(id);
  const moment = { now, by: actorId(actor) };
  if (command.type === 'Unwatch') {
    const ends =
      command.person === undefined
        ? { type: 'Unwatch' as const, connection: command.connection }
        : { type: 'UnwatchPerson' as const, person: command.person };
    return planRoster(floor, id, decideRoster(roster, ends, moment), actor, c);
  }
  if (command.type === 'Doubt') {
    const doubt = { type: 'Doubt' as const, person: actorId(actor), entries: command.entries };
    return planRoster(floor, id, decideRoster(roster, doubt, moment), actor, c);
  }
  if (!c) return refuse('unknownConversation');
  const no = whyNot('monitor', { floor, conversation: c, actor, now });
  if (no) return no;
  const watch = { type: 'Watch' as const, person: actorId(actor), connection: command.connection, server };
  return planRoster(floor, id, decideRoster(roster, watch, moment), actor, c);
}

/** Agents act for themselves; supervisors set presences within their scope (K4); integrations keep leases (K5). */
function agentRefusal(floor: Floor, actor: Actor, id: string, command: AgentCommand): Refusal | null {
  if (actor.kind === 'system') return null;
  const person = floor.people.get(id);
  if (!person || person.bot || !person.roles.includes('agent')) return refuse('unknownAgent');
  if (command.type === 'Tick' || command.type === 'Disable') return refuse('role');
  if (actor.kind === 'integration') return actor.rights.includes('agents') ? null : refuse('role');
  if (actor.kind !== 'person') return refuse('role');
  if (actor.id === id) return actor.roles.includes('agent') ? null : refuse('role');
  if (command.type !== 'SetPresence' || !actor.roles.includes('supervisor')) return refuse('role');
  return actor.scope === 'all' || person.queues.some((queue) => isInScope(actor, queue)) ? null : refuse('outOfScope');
}
