import { isRefusal } from '@floorwalk/core';
import { primaryOf, type Conversation } from '@floorwalk/core/conversation';
import { personNamed, queueNamed } from '@floorwalk/core/floor';
import type { EarlierItem } from '@floorwalk/core/protocol';
import type { Tenant } from '../../engine/engine.ts';
import type { Answer } from '../call.ts';
import { knownConversation } from './read.ts';
import { readingOf } from './reading.ts';

/** The most that is looked at, newest first. */
const MAX_EARLIER = 50;

/**
 * Closed conversations of the customer of this one that the caller may read, newest first, without their text: reading
 * one is what leaves a line of audit (M9).
 */
export const earlier: Answer = async (call) => {
  const c = await knownConversation(call);
  if (isRefusal(c)) return c;
  const { tenant, actor } = call;
  const records = (await recordsOf(tenant, c)).filter(
    (record) => record.state === 'closed' && !isRefusal(readingOf(tenant, actor, record)),
  );
  const items = records.toSorted((a, b) => b.since - a.since).map((record) => itemOf(tenant, record));
  return { items, total: items.length };
};

/** What is known to be of the same customer: by their id, and what this one goes on from. */
async function recordsOf(tenant: Tenant, c: Conversation): Promise<readonly Conversation[]> {
  const byId = c.customer.id === undefined ? [] : await tenant.find(`customer:${c.customer.id}`, MAX_EARLIER);
  const ids = new Set([...byId, ...(c.previous === null ? [] : [c.previous])]);
  ids.delete(c.id);
  const found = await Promise.all([...ids].map((id) => tenant.conversation(id)));
  return found.filter((record) => record !== undefined);
}

function itemOf({ floor }: Tenant, c: Conversation): EarlierItem {
  const primary = primaryOf(c);
  return {
    id: c.id,
    subject: c.subject,
    channel: c.channel,
    queue: queueNamed(floor, c.queue),
    agent: primary && personNamed(floor, primary.id),
    openedAt: c.openedAt,
    closedAt: c.since,
    outcome: 'outcome' in c ? c.outcome : '',
  };
}
