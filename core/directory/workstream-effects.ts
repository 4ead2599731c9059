import type { Floor } from '../floor/floor.ts';
import { viewAgents } from '../floor/agent-view.ts';
import type { Workstream } from './directory.ts';
import { countOf, type SaveEffect } from './save-effect.ts';

/** What a changed workstream does to its conversations and to who is offered them (C4, C7, K3). */
export function workstreamEffects(floor: Floor, after: Workstream): readonly SaveEffect[] {
  const before = floor.workstreams.get(after.id);
  if (before === undefined) return [];
  const own = [...floor.conversations.values()].filter(({ workstream }) => workstream === after.id);
  const closes = after.disabled && !before.disabled;
  const sooner = countOf(own, ({ state }) => {
    if (state === 'active' || state === 'closed') return false;
    const [was, now] = [before.autoClose[state], after.autoClose[state]];
    return now !== null && (was === null || now < was);
  });
  const lost = before.allowedPresences.filter((presence) => !after.allowedPresences.includes(presence));
  const notOffered = countOf(
    lost.length === 0 ? [] : viewAgents(floor),
    ({ presence, person }) => lost.includes(presence) && person.queues.includes(after.queue),
  );
  return [
    { effect: 'takesNothingNew', count: closes ? Math.max(1, own.length) : 0 },
    { effect: 'notOfferedTo', count: notOffered },
    { effect: 'closeSooner', count: sooner },
    { effect: 'keepTheirTerms', count: before.units === after.units ? 0 : own.length },
  ];
}
