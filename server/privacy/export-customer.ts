import type { Conversation } from '@floorwalk/core/conversation';
import type { ChatEntry } from '@floorwalk/core/protocol';
import type { Tenant } from '../engine/engine.ts';
import { toChatEntry } from '../live/customer/customer-view.ts';

const PAGE = 500;

/** What is kept of a conversation that its customer may have: their own plane as they see it, built field by field (P3). */
export async function exportConversation(tenant: Tenant, c: Conversation) {
  const messages: ChatEntry[] = [];
  for (let since = 0; ;) {
    const page = await tenant.readPlane(c.id, 'public', since, PAGE);
    for (const entry of page) {
      const shown = toChatEntry(entry);
      if (shown) messages.push(shown);
    }
    since += page.length;
    if (page.length < PAGE) break;
  }
  return {
    id: c.id,
    channel: c.channel,
    state: c.state,
    openedAt: c.openedAt,
    since: c.since,
    subject: c.subject,
    context: c.context,
    customer: c.customer,
    messages,
  };
}
