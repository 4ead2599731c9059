import { customerNoticeKinds, type Conversation } from '@floorwalk/core/conversation';
import { inWords, type InWords } from '@floorwalk/core/customer-notices/in-words';
import { wordsForCustomers, type Policy } from '@floorwalk/core/directory';
import type { Append } from '../store/store.ts';

/** What the customer would read of what is to be written, last of all: their language, the tenant's words; null where nothing (B1). */
export function customerReads(policy: Policy, c: Conversation, append: readonly Append[]): InWords | null {
  const own = wordsForCustomers(policy.wording);
  for (const { plane, body } of append.toReversed()) {
    if (plane !== 'public') continue;
    const entry = JSON.parse(body) as { type: string; kind: string; params: Readonly<Record<string, string | number>> };
    const kind = customerNoticeKinds.find((known) => known === entry.kind);
    if (entry.type === 'notice' && kind) return inWords({ kind, params: entry.params }, c.customer.locale, own);
  }
  return null;
}
