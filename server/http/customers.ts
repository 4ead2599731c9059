import { Router } from 'express';
import { refuse, type Actor, type Refusal } from '@floorwalk/core';
import { customerConversations, lookupOf } from '../privacy/conversations-of.ts';
import { eraseConversations, type EraseDeps } from '../privacy/erase-conversations.ts';
import type { Store } from '../store/store.ts';
import { exportConversation } from '../privacy/export-customer.ts';
import type { Answer } from './call.ts';
import { respond } from './respond.ts';

/** What a customer is erased from. */
export type ErasableStore = EraseDeps['store'] & Pick<Store, 'clean'>;

/**
 * `/v1/customers/:reference`: what is kept of a customer, to hand to them, and its erasure (R6); for administrators and
 * integrations with the right `privacy`.
 */
export function customersRouter(store: ErasableStore): Router {
  const router = Router();
  router.get('/:reference', respond(handOver));
  router.delete('/:reference', respond(erase(store)));
  return router;
}

const handOver: Answer = async (call) => {
  const { tenant, actor } = call;
  const no = refusal(actor);
  if (no) return no;
  const items: unknown[] = [];
  for (const c of await customerConversations(tenant, call.param('reference'))) {
    // It may take long: a right withdrawn meanwhile hands nothing over (R3).
    if (call.isWithdrawn) return refuse('unauthenticated');
    items.push(await exportConversation(tenant, c));
    await tenant.noteRead(actor, 'CustomerExported', c.id);
  }
  return { items, total: items.length };
};

const erase =
  (store: ErasableStore): Answer =>
  async ({ tenant, actor, param, isDryRun }) => {
    const no = refusal(actor);
    if (no) return no;
    const reference = param('reference');
    const found = await customerConversations(tenant, reference);
    const live = found.find(({ state }) => state !== 'closed');
    if (live)
      return refuse('state', { detail: `Conversation ${live.id} is not closed. Close it first.`, state: live.state });
    const ids = found.map(({ id }) => id);
    if (isDryRun) return { conversations: ids };
    const deps = { store, tenant: tenant.id, now: tenant.now() };
    const conversations = await eraseConversations(deps, actor, 'ConversationErased', ids, lookupOf(reference));
    await store.clean();
    return { conversations };
  };

function refusal(actor: Actor): Refusal | null {
  if (actor.kind === 'integration') return actor.rights.includes('privacy') ? null : refuse('role');
  return actor.kind === 'person' && actor.roles.includes('administrator') ? null : refuse('role');
}
