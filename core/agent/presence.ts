import type { Presence } from '../words.ts';
import type { Agent } from './agent.ts';

/** Whether anything of theirs is connected now: a live socket or an integration's lease (K5). */
export const isReachable = (agent: Agent): boolean => agent.unreachableSince === null;

/**
 * What an agent counts as for routing, in the order of K2: the first rule that applies decides.
 * Computed, never stored, because load changes with every commit that touches the ledger.
 */
export function routingPresence(agent: Agent, load: number, capacity: number): Presence {
  if (agent.lost) return 'offline';
  const manual = agent.manual?.presence;
  if (manual === 'away' || manual === 'doNotDisturb' || manual === 'offline') return manual;
  if (agent.missedOfferAt !== null) return 'inactive';
  if (manual !== undefined) return manual;
  if (load >= capacity) return 'doNotDisturb';
  return load > 0 ? 'busy' : 'available';
}

/** Whether the presence set by hand is the one that counts now, so that its custom name is worth showing. */
export const isManualInForce = (agent: Agent, presence: Presence): boolean =>
  agent.manual !== null && !agent.lost && agent.manual.presence === presence;
