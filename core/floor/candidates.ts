import type { Actor } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { primaryOf } from '../conversation/conversation.ts';
import type { Queue } from '../directory/directory.ts';
import { isInScope } from '../policy/policy.ts';
import { excessOf, targetRefusal } from '../policy/target.ts';
import type { AgentCandidate, Candidates, QueueCandidate } from '../protocol/floor.ts';
import { viewAgents, isWorkingAgent, type AgentView } from './agent-view.ts';
import type { Floor } from './floor.ts';
import { foldText } from './fold-text.ts';
import { queueNamed } from './row.ts';

/**
 * To whom a conversation can go, with what it would mean for each (A2–A4, A7, T2). Agents whose presence is allowed,
 * or with `all` the others too; members of the queue first, then by free capacity. Queues where the command takes them.
 */
export function candidatesFor(
  floor: Floor,
  c: Conversation,
  actor: Actor,
  what: 'assign' | 'transfer',
  all: boolean,
): Candidates {
  const allowed = floor.workstreams.get(c.workstream)?.allowedPresences ?? [];
  const primary = what === 'transfer' ? primaryOf(c)?.id : undefined;
  const agents = viewAgents(floor)
    .filter(({ person, presence }) => person.id !== primary && (all || allowed.includes(presence)))
    .map((view) => ({ view, candidate: agentCandidate(floor, c, what, view) }))
    .sort(
      (a, b) => byMembership(a.candidate, b.candidate) || b.view.free - a.view.free || byName(a.candidate, b.candidate),
    )
    .map(({ candidate }) => candidate);
  const takesQueues = what === 'assign' || floor.policy.switches.transferToQueue;
  return { agents, queues: takesQueues ? queueCandidates(floor, c, actor) : [] };
}

function agentCandidate(floor: Floor, c: Conversation, what: 'assign' | 'transfer', view: AgentView): AgentCandidate {
  const { id, name, queues } = view.person;
  const refusal = targetRefusal(floor, c, id, what, undefined)?.refusal ?? null;
  const overridable = refusal !== null && targetRefusal(floor, c, id, what, { reason: 'asked' }) === null;
  return {
    kind: 'agent',
    id,
    name,
    presence: view.presence,
    reachable: view.reachable,
    load: view.load,
    capacity: view.capacity,
    units: c.units,
    excess: excessOf(view, c.units),
    member: queues.includes(c.queue),
    queues: queues.map((queue) => queueNamed(floor, queue)),
    // The queue stays, and scope goes by the queue (R2): no agent takes it off anybody's floor.
    leavesFloor: false,
    refusal,
    overridable,
  };
}

/** Every enabled queue of the same kind but the current one; one without members is listed with its refusal (A3). */
function queueCandidates(floor: Floor, c: Conversation, actor: Actor): QueueCandidate[] {
  const members = membersByQueue(floor);
  return [...floor.queues.values()]
    .filter((queue) => isTarget(queue, c))
    .map(({ id, name }): QueueCandidate => {
      const count = members.get(id) ?? 0;
      return {
        kind: 'queue',
        id,
        name,
        members: count,
        open: floor.conversations.open(id)?.size ?? 0,
        leavesFloor: !isInScope(actor, id),
        refusal: count === 0 ? 'queueWithoutMembers' : null,
      };
    })
    .sort(byName);
}

const isTarget = (queue: Queue, c: Conversation): boolean =>
  queue.kind === c.kind && queue.id !== c.queue && !queue.disabled;

function membersByQueue({ people }: Floor): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people.values())
    if (isWorkingAgent(person)) for (const queue of person.queues) counts.set(queue, (counts.get(queue) ?? 0) + 1);
  return counts;
}

const byMembership = (a: AgentCandidate, b: AgentCandidate): number => Number(b.member) - Number(a.member);

function byName(
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
): number {
  const [one, other] = [foldText(a.name) + '\u0000' + a.id, foldText(b.name) + '\u0000' + b.id];
  return one < other ? -1 : one > other ? 1 : 0;
}
