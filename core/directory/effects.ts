import type { Floor } from '../floor/floor.ts';
import type { DirectoryEntry, Person, Policy } from './directory.ts';

/** One thing that saving an entry does to what is going on now, with how many it concerns. */
export interface SaveEffect {
  readonly effect:
    | 'watchersEnd'
    | 'watchersLoseScope'
    | 'conversationsGoBack'
    | 'takesNothingNew'
    | 'keepTheirTerms'
    | 'signsOut'
    | 'cannotBeAdministered';
  readonly count: number;
}

/**
 * What saving an entry would do to the floor as it is (R3, C7, K3), for whoever is about to: nothing is listed that
 * nobody would notice. Effects on rights come within five seconds.
 */
export function saveEffects(floor: Floor, entry: DirectoryEntry): readonly SaveEffect[] {
  const effects = ((): readonly SaveEffect[] => {
    switch (entry.kind) {
      case 'policy':
        return policyEffects(floor, entry.value);
      case 'person':
        return personEffects(floor, entry.value);
      case 'queue': {
        const isClosing = entry.value.disabled && floor.queues.get(entry.value.id)?.disabled === false;
        const held = count(floor.conversations, ({ queue }) => queue === entry.value.id);
        return isClosing ? [{ effect: 'takesNothingNew', count: Math.max(1, held) }] : [];
      }
      case 'workstream': {
        const before = floor.workstreams.get(entry.value.id);
        const isOther = before !== undefined && before.units !== entry.value.units;
        const held = count(floor.conversations, ({ workstream }) => workstream === entry.value.id);
        return isOther ? [{ effect: 'keepTheirTerms', count: held }] : [];
      }
    }
  })();
  return effects.filter((effect) => effect.count > 0);
}

function policyEffects(floor: Floor, after: Policy): readonly SaveEffect[] {
  if (!floor.policy.switches.monitor || after.switches.monitor) return [];
  const watching = new Set([...floor.rosters.values()].flatMap(({ watchers }) => watchers.map(({ id }) => id)));
  return [{ effect: 'watchersEnd', count: watching.size }];
}

function personEffects(floor: Floor, after: Person): readonly SaveEffect[] {
  const before = floor.people.get(after.id);
  if (before === undefined || before.disabled) return [];
  const loses = (role: Person['roles'][number]): boolean =>
    before.roles.includes(role) && (after.disabled || !after.roles.includes(role));
  const watched = [...floor.rosters].filter(([, { watchers }]) => watchers.some(({ id }) => id === after.id));
  const outside = watched.filter(([id]) => {
    const queue = floor.conversations.get(id)?.queue;
    return after.scope !== 'all' && queue !== undefined && !after.scope.includes(queue);
  });
  const holds = floor.ledger.get(after.id)?.size ?? 0;
  const others = count(
    floor.people,
    ({ id, roles, disabled }) => id !== after.id && !disabled && roles.includes('administrator'),
  );
  return [
    { effect: 'signsOut', count: after.disabled ? 1 : 0 },
    loses('supervisor')
      ? { effect: 'watchersEnd', count: watched.length > 0 ? 1 : 0 }
      : { effect: 'watchersLoseScope', count: outside.length },
    { effect: 'conversationsGoBack', count: after.disabled && after.roles.includes('agent') ? holds : 0 },
    { effect: 'cannotBeAdministered', count: loses('administrator') && others === 0 ? 1 : 0 },
  ];
}

function count<T>(map: ReadonlyMap<string, T>, test: (value: T) => boolean): number {
  let found = 0;
  for (const value of map.values()) if (test(value)) found += 1;
  return found;
}
