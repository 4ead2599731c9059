import { isRefusal, refuse } from '@floorwalk/core';
import type { Answer } from '../call.ts';
import { knownConversation } from './read.ts';

/** Shows to whom it concerns that a customer types. */
export type CustomerTypes = (tenant: string, conversation: string) => void;

/** An integration's customer types: shown for a moment, stored nowhere (M2). */
export const typing =
  (customerTypes: CustomerTypes): Answer =>
  async (call) => {
    const { actor, tenant } = call;
    if (actor.kind !== 'integration' || !actor.rights.includes('say')) return refuse('role');
    const c = await knownConversation(call);
    if (isRefusal(c)) return c;
    customerTypes(tenant.id, c.id);
    return { id: c.id };
  };
