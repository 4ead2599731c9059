import type { Actor } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { primaryOf } from '../conversation/conversation.ts';
import type { Floor } from './floor.ts';

/** Whether two conversations are known to be of the same customer: by the id that a site or integration gave, or by sequel. */
export const isSameCustomer = (a: Conversation, b: Conversation): boolean =>
  (a.customer.id !== undefined && a.customer.id === b.customer.id) || a.previous === b.id;

/**
 * Whether an agent may read this closed record because its customer is with them now: they are primary or consultee of
 * another conversation of that customer, and serve the queue that the record was in (M9).
 */
export function readsEarlier(floor: Floor, actor: Actor, record: Conversation): boolean {
  if (actor.kind !== 'person' || !actor.roles.includes('agent') || record.state !== 'closed') return false;
  if (!floor.people.get(actor.id)?.queues.includes(record.queue)) return false;
  for (const c of floor.conversations.values())
    if (holds(c, actor.id) && c.id !== record.id && isSameCustomer(c, record)) return true;
  return false;
}

const holds = (c: Conversation, person: string): boolean =>
  c.state !== 'closed' &&
  ((c.state !== 'open' && primaryOf(c)?.id === person) || c.consultees.some(({ id }) => id === person));
