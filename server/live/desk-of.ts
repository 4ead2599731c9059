import { agentCard, rowOf, type Floor, type FloorIndex } from '@floorwalk/core/floor';
import type { Conversation } from '@floorwalk/core/conversation';
import type { Desk, DeskItem } from '@floorwalk/core/protocol';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';
import { handoverOf } from './handover-of.ts';
import { mayLook, participation } from './reader.ts';

/** The most conversations to pick that one desk shows, oldest first. */
const MAX_PICKS = 50;

/** An agent's desk: what they hold, are offered and consult on, then what waits to be picked in their queues (D1). */
export function deskOf(tenant: Tenant, actor: PersonActor, index: FloorIndex): Desk {
  const { floor } = tenant;
  const theirs = index.of(actor.id);
  const own = theirs
    .toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
    .flatMap((c) => {
      const role = participation(c, actor.id);
      return role ? [itemOf(tenant, actor, c, role)] : [];
    });
  const oldest = picksOf(floor, actor);
  return {
    me: agentCard(floor, actor.id, actor, () => theirs) ?? null,
    acknowledged: (floor.agents.get(actor.id)?.acknowledgedAt ?? null) !== null,
    items: [...own, ...oldest.map((c) => itemOf(tenant, actor, c, 'pick'))],
  };
}

/** What waits in the queues from which they pick, oldest first. */
function picksOf(floor: Floor, actor: PersonActor): readonly Conversation[] {
  const picked = new Set(
    floor.people.get(actor.id)?.queues.filter((queue) => floor.queues.get(queue)?.distribution === 'pick'),
  );
  return [...picked]
    .flatMap((queue) => oldestOf(floor, queue, (c) => mayLook(floor, actor, c) && !participation(c, actor.id)))
    .toSorted((a, b) => a.queuedAt - b.queuedAt)
    .slice(0, MAX_PICKS);
}

function oldestOf(floor: Floor, queue: string, passes: (c: Conversation) => boolean): readonly Conversation[] {
  const oldest: Conversation[] = [];
  for (const c of floor.conversations.open(queue)?.inOrder() ?? []) {
    if (oldest.length === MAX_PICKS) break;
    if (passes(c)) oldest.push(c);
  }
  return oldest;
}

function itemOf(tenant: Tenant, actor: PersonActor, c: Conversation, role: DeskItem['role']): DeskItem {
  return { row: rowOf(tenant.floor, c, actor, tenant.now()), role, handover: handoverOf(c, actor.id), units: c.units };
}
