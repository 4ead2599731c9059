import type { Override } from '../conversation/commands.ts';
import { primaryOf, type Conversation } from '../conversation/conversation.ts';
import { viewAgent, type AgentView } from '../floor/agent-view.ts';
import type { Floor } from '../floor/floor.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** Units by which an agent would exceed capacity with this conversation: `max(0, load + units − capacity)` (A4). */
export const excessOf = (view: Pick<AgentView, 'load' | 'capacity'>, units: number): number =>
  Math.max(0, view.load + units - view.capacity);

/**
 * Why an agent cannot be the target of an assign or transfer; null where they can (A2–A4, T2).
 * An override with a reason lifts a presence that is not allowed (assign only) and capacity (both), never reachability.
 */
export function targetRefusal(
  floor: Floor,
  c: Conversation,
  agentId: string,
  what: 'assign' | 'transfer',
  override: Override | undefined,
): Refusal | null {
  const view = viewAgent(floor, agentId);
  const workstream = floor.workstreams.get(c.workstream);
  if (!view || !workstream) return refuse('unknownAgent');
  if (view.person.bot) return refuse('targetIsBot');
  if (view.person.disabled) return refuse('targetDisabled');
  if (!view.person.roles.includes('agent')) return refuse('targetNotAgent');
  if (what === 'transfer' && primaryOf(c)?.id === agentId) return refuse('sameTarget');
  if (!view.reachable || view.presence === 'offline') return refuse('agentUnreachable');
  const presenceAllowed = workstream.allowedPresences.includes(view.presence);
  if (!presenceAllowed && (what === 'transfer' || !override)) return refuse('presenceNotAllowed');
  const excess = excessOf(view, c.units);
  if (excess > 0 && !override) return refuse('overCapacity', { excess });
  return null;
}
