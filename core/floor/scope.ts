import type { Actor } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import { isInScope } from '../policy/policy.ts';
import { isWatching } from '../supervision/decide.ts';
import type { Floor } from './floor.ts';

/** Whether this conversation is on the supervisor's floor: their scope, by its queue now (R2). */
export const inScope = (actor: Actor, c: Conversation): boolean =>
  actor.kind === 'person' && actor.roles.includes('supervisor') && isInScope(actor, c.queue);

/** Whether this actor may know of the conversation at all (R2); a row says no more than this allows. */
export function maySee(floor: Floor, actor: Actor, c: Conversation): boolean {
  switch (actor.kind) {
    case 'person':
      return inScope(actor, c) || isTheirs(floor, actor.id, actor.roles.includes('agent'), c);
    case 'customer':
      return actor.conversation === c.id;
    case 'bot':
      return primaryOf(c)?.id === actor.id;
    case 'integration':
      return actor.rights.includes('read');
    case 'system':
      return true;
  }
}

/** Whether the person takes part: primary, offeree, consultant or consultee. */
export const takesPart = (c: Conversation, person: string): boolean =>
  primaryOf(c)?.id === person ||
  offerOf(c)?.agent === person ||
  c.consultants.some(({ id }) => id === person) ||
  c.consultees.some(({ id }) => id === person);

/** Whether it belongs in the person's own view: they take part in it or monitor it (F2). */
export const isMine = (floor: Floor, c: Conversation, person: string): boolean =>
  takesPart(c, person) || isWatching(floor.rosters.get(c.id), person);

/** Agents see their own conversations and the open ones of their queues (R2). */
const isTheirs = (floor: Floor, person: string, agent: boolean, c: Conversation): boolean =>
  takesPart(c, person) ||
  (agent && c.state === 'open' && (floor.people.get(person)?.queues.includes(c.queue) ?? false));
