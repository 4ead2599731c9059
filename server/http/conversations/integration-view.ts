import { primaryOf, type Conversation } from '@floorwalk/core/conversation';
import { personNamed, queueNamed } from '@floorwalk/core/floor';
import type { Tenant } from '../../engine/engine.ts';

/** A conversation as integrations and bots get it: field by field, nothing of the internal plane or of supervision (P3). */
export function integrationView({ floor }: Tenant, c: Conversation): object {
  const primary = primaryOf(c);
  return {
    id: c.id,
    version: c.version,
    workstream: c.workstream,
    channel: c.channel,
    queue: queueNamed(floor, c.queue),
    customer: c.customer,
    subject: c.subject,
    context: c.context,
    previous: c.previous,
    state: c.state,
    phase: c.state === 'active' ? c.phase : null,
    openedAt: c.openedAt,
    since: c.since,
    primary: primary && { ...personNamed(floor, primary.id), bot: primary.kind === 'bot' },
  };
}
