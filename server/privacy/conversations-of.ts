import type { Conversation } from '@floorwalk/core/conversation';
import type { Tenant } from '../engine/engine.ts';

const MOST = 100_000;
/** Begins the reference of a customer who is known by one conversation only. */
const BY_CONVERSATION = 'conversation:';

/** The lookup key of who is known by more than one conversation. */
export const lookupOf = (reference: string): string | undefined =>
  reference.startsWith(BY_CONVERSATION) ? undefined : `customer:${reference}`;

/** All conversations of a customer: by their id at the integration or site, or of somebody without one by `conversation:<id>`. */
export async function customerConversations(tenant: Tenant, reference: string): Promise<readonly Conversation[]> {
  const key = lookupOf(reference);
  const ids = key === undefined ? [reference.slice(BY_CONVERSATION.length)] : await tenant.find(key, MOST);
  const found: Conversation[] = [];
  for (const id of ids) {
    const conversation = await tenant.conversation(id);
    if (conversation) found.push(conversation);
  }
  return found;
}
