import { agentCard, rowOf } from '@floorwalk/core/floor';
import type { Conversation } from '@floorwalk/core/conversation';
import type { Desk, DeskItem } from '@floorwalk/core/protocol';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';
import { handoverOf } from './handover-of.ts';
import { mayLook, participation } from './reader.ts';

/** The most conversations to pick that one desk shows, oldest first. */
const MAX_PICKS = 50;

/** An agent's desk: what they hold, are offered and consult on, then what waits to be picked in their queues (D1). */
export function deskOf(tenant: Tenant, actor: PersonActor): Desk {
  const { floor } = tenant;
  const own: DeskItem[] = [];
  const picks: Conversation[] = [];
  for (const c of floor.conversations.values()) {
    const role = participation(c, actor.id);
    if (role) own.push(itemOf(tenant, actor, c, role));
    else if (mayLook(floor, actor, c) && floor.queues.get(c.queue)?.distribution === 'pick') picks.push(c);
  }
  const oldest = picks.toSorted((a, b) => a.queuedAt - b.queuedAt).slice(0, MAX_PICKS);
  return {
    me: agentCard(floor, actor.id, actor) ?? null,
    acknowledged: (floor.agents.get(actor.id)?.acknowledgedAt ?? null) !== null,
    items: [...own, ...oldest.map((c) => itemOf(tenant, actor, c, 'pick'))],
  };
}

function itemOf(tenant: Tenant, actor: PersonActor, c: Conversation, role: DeskItem['role']): DeskItem {
  return { row: rowOf(tenant.floor, c, actor, tenant.now()), role, handover: handoverOf(c, actor.id), units: c.units };
}
