import { refuse, type Refusal } from '@floorwalk/core';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import type { Floor } from '@floorwalk/core/floor';

/** The people whom it changes that exactly these are members of a queue. */
export function membersAfter(
  { people }: Floor,
  queue: string,
  members: readonly string[],
): readonly DirectoryEntry[] | Refusal {
  const missing = members.find((id) => !people.has(id));
  if (missing !== undefined)
    return refuse('unknownPerson', {
      field: 'members',
      detail: `There is no person ${missing}. Save the person first.`,
    });
  const wanted = new Set(members);
  return [...people.values()].flatMap((value): DirectoryEntry[] => {
    const isIn = value.queues.includes(queue);
    if (isIn === wanted.has(value.id)) return [];
    const queues = isIn ? value.queues.filter((id) => id !== queue) : [...value.queues, queue];
    return [{ kind: 'person', value: { ...value, queues } }];
  });
}
