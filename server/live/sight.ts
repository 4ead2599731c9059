import type { Conversation } from '@floorwalk/core/conversation';
import type { PersonActor } from './auth-port.ts';
import { participation } from './reader.ts';

const rights = new WeakMap<PersonActor, string>();

/**
 * A key that two people share only if they see and may do the same in this conversation: who takes part in it, who claimed
 * its hand, and whoever is an agent, has one of their own.
 */
export function sightOf(actor: PersonActor, c: Conversation): string {
  const isAlone =
    actor.roles.includes('agent') || participation(c, actor.id) !== null || c.hand?.claimed?.by === actor.id;
  if (isAlone) return `person ${actor.id}`;
  const known = rights.get(actor);
  if (known !== undefined) return known;
  const scope = actor.scope === 'all' ? 'all' : actor.scope.toSorted();
  const made = JSON.stringify([actor.roles.toSorted(), scope]);
  rights.set(actor, made);
  return made;
}
