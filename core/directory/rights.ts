import type { Actor } from '../actor.ts';
import type { From, Role } from '../words.ts';
import type { Person, Scope } from './directory.ts';

/**
 * Who a signed-in person is now: what the directory and the token both grant (R2). A token that names no roles or no
 * scope takes nothing away. A disabled person may do nothing. `through` is the integration that speaks for them (R4).
 */
export function effectiveActor(
  person: Person,
  tokenRoles: readonly Role[] | undefined,
  tokenScope: Scope | undefined,
  from: From,
  through?: string,
): Actor {
  if (person.bot) return { kind: 'bot', id: person.id };
  const roles = person.disabled ? [] : person.roles.filter((role) => tokenRoles?.includes(role) ?? true);
  const scope = person.disabled ? [] : intersect(person.scope, tokenScope ?? 'all');
  const actor: Actor = { kind: 'person', id: person.id, name: person.name, roles, scope, from };
  return through === undefined ? actor : { ...actor, through };
}

const intersect = (a: Scope, b: Scope): Scope =>
  a === 'all' ? b : b === 'all' ? a : a.filter((queue) => b.includes(queue));
