import type { Floor } from '../floor/floor.ts';
import type { Person } from './directory.ts';
import { isMember } from './queue-effects.ts';
import { countOf, type SaveEffect } from './save-effect.ts';

/** What a changed person loses, and what that does to others (R3, C7). */
export function personEffects(floor: Floor, after: Person): readonly SaveEffect[] {
  const before = floor.people.get(after.id);
  const cannotSignIn = !after.bot && !after.disabled && after.identities.length === 0;
  if (before === undefined || before.disabled)
    return [{ effect: 'cannotSignIn', count: cannotSignIn ? 1 : 0 }, ...queuesLeft(floor, before, after)];
  const loses = (role: Person['roles'][number]): boolean =>
    before.roles.includes(role) && (after.disabled || !after.roles.includes(role));
  const watched = [...floor.rosters].filter(([, { watchers }]) => watchers.some(({ id }) => id === after.id));
  const outside = watched.filter(([id]) => {
    const queue = floor.conversations.get(id)?.queue;
    return after.scope !== 'all' && queue !== undefined && !after.scope.includes(queue);
  });
  const held = [...(floor.ledger.get(after.id)?.values() ?? [])];
  const load = held.reduce((sum, units) => sum + units, 0);
  const isLess = after.capacity < before.capacity && !after.disabled;
  const others = countOf(
    floor.people.values(),
    ({ id, roles, disabled }) => id !== after.id && !disabled && roles.includes('administrator'),
  );
  return [
    { effect: 'signsOut', count: after.disabled ? 1 : 0 },
    loses('supervisor')
      ? { effect: 'watchersEnd', count: watched.length > 0 ? 1 : 0 }
      : { effect: 'watchersLoseScope', count: outside.length },
    { effect: 'conversationsGoBack', count: after.disabled && after.roles.includes('agent') ? held.length : 0 },
    { effect: 'overCapacity', count: isLess ? Math.max(0, load - after.capacity) : 0 },
    { effect: 'cannotSignIn', count: cannotSignIn && before.identities.length > 0 ? 1 : 0 },
    ...queuesLeft(floor, before, after),
    { effect: 'cannotBeAdministered', count: loses('administrator') && others === 0 ? 1 : 0 },
  ];
}

/** Queues that take new conversations and whose only member this was. */
function queuesLeft(floor: Floor, before: Person | undefined, after: Person): readonly SaveEffect[] {
  const emptied = (before?.queues ?? []).filter((queue) => {
    const isOpen = floor.queues.get(queue)?.disabled === false;
    const had = before !== undefined && isMember(before, queue) && !isMember(after, queue);
    return isOpen && had && !someOther(floor, after.id, queue);
  });
  return [{ effect: 'queuesLoseLastMember', count: emptied.length }];
}

const someOther = (floor: Floor, id: string, queue: string): boolean =>
  countOf(floor.people.values(), (person) => person.id !== id && isMember(person, queue)) > 0;
