import type { AgentEvent } from '../agent/agent.ts';
import type { Floor } from '../floor/floor.ts';
import { primaryOf, type Conversation } from './conversation.ts';
import type { ConversationEvent } from './events.ts';

/**
 * What events of a conversation do to agents' presences (K2): a missed offer makes inactive, accepting or closing ends a
 * manual available or busy, any act of their own ends inactive. Empty for agents to whom nothing changes.
 */
export function agentEffects(
  floor: Floor,
  before: Conversation | undefined,
  events: readonly ConversationEvent[],
): ReadonlyMap<string, readonly AgentEvent[]> {
  const effects = new Map<string, AgentEvent[]>();
  const add = (agent: string, event: AgentEvent) => {
    const held = effects.get(agent) ?? [];
    if (!held.some((e) => e.type === event.type)) effects.set(agent, [...held, event]);
  };
  for (const event of events) {
    const stamp = { at: event.at, by: event.by };
    const missed = (event.type === 'OfferEnded' || event.type === 'TransferEnded') && event.how === 'expired';
    if (missed && floor.agents.get(event.agent)?.missedOfferAt === null)
      add(event.agent, { ...stamp, type: 'OfferMissed' });
    const finished = finishedBy(event, before);
    if (finished && lapses(floor, finished)) add(finished, { ...stamp, type: 'PresenceLapsed' });
    const actor = floor.agents.get(event.by);
    if (actor && actor.missedOfferAt !== null) add(event.by, { ...stamp, type: 'AgentActed' });
  }
  return effects;
}

/** The agent for whom this event is an accept or a close (K2, 4). */
function finishedBy(event: ConversationEvent, before: Conversation | undefined): string | null {
  if (event.type === 'ConversationEngaged') return event.primary.kind === 'agent' ? event.primary.id : null;
  if (event.type === 'ConversationTransferred') return event.to;
  const ends = event.type === 'ConversationClosed' || event.type === 'ConversationEnded';
  const primary = ends && before ? primaryOf(before) : null;
  return primary?.kind === 'agent' ? primary.id : null;
}

function lapses(floor: Floor, agent: string): boolean {
  const manual = floor.agents.get(agent)?.manual?.presence;
  return manual === 'available' || manual === 'busy';
}
