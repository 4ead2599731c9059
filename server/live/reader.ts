import type { Detail } from '@floorwalk/core/protocol';
import { offerOf, primaryOf, type Conversation } from '@floorwalk/core/conversation';
import type { Floor } from '@floorwalk/core/floor';
import type { PersonActor } from './auth-port.ts';

export type ReaderRole = Detail['role'];

/** What a person is in a conversation by participation alone: in every state but closed (M6). */
export function participation(c: Conversation, person: string): Exclude<ReaderRole, 'watcher' | 'reader'> | null {
  if (c.state === 'closed') return null;
  const primary = primaryOf(c);
  if (primary?.kind === 'agent' && primary.id === person) return 'primary';
  if (c.consultants.some(({ id }) => id === person)) return 'consultant';
  if (c.consultees.some(({ id }) => id === person)) return 'consultee';
  return offerOf(c)?.agent === person ? 'offeree' : null;
}

/** Who reads the internal plane (P1): an offeree and an agent who looks at an open conversation do not. */
export const readsInternal = (role: ReaderRole): boolean => role !== 'offeree' && role !== 'reader';

/** Agents see the open conversations of their queues (R2). */
export function mayLook(floor: Floor, actor: PersonActor, c: Conversation): boolean {
  return (
    c.state === 'open' &&
    actor.roles.includes('agent') &&
    (floor.people.get(actor.id)?.queues.includes(c.queue) ?? false)
  );
}
