import type { Floor } from '../floor/floor.ts';
import type { DirectoryEntry, Person, Queue } from './directory.ts';
import { countOf, type SaveEffect } from './save-effect.ts';

/** Whether this person can be given what waits in a queue. */
export const isMember = ({ roles, queues, bot, disabled }: Person, queue: string): boolean =>
  !bot && !disabled && roles.includes('agent') && queues.includes(queue);

/** What a changed queue does to what waits in it (D1, C7). */
export function queueEffects(floor: Floor, after: Queue, also: readonly DirectoryEntry[] = []): readonly SaveEffect[] {
  const before = floor.queues.get(after.id);
  const members = countOf(peopleAfter(floor, also), (person) => isMember(person, after.id));
  const empty: SaveEffect = { effect: 'noMembers', count: !after.disabled && members === 0 ? 1 : 0 };
  if (before === undefined) return [empty];
  const here = [...floor.conversations.values()].filter(({ queue }) => queue === after.id);
  const waiting = countOf(here, ({ state }) => state === 'open');
  const closes = after.disabled && !before.disabled;
  const isOther = before.distribution !== after.distribution && !after.disabled;
  const entered = countOf(floor.workstreams.values(), ({ queue, disabled }) => queue === after.id && !disabled);
  return [
    { effect: 'takesNothingNew', count: closes ? Math.max(1, here.length) : 0 },
    { effect: 'conversationsWait', count: closes ? waiting : 0 },
    { effect: 'workstreamsEnterHere', count: closes ? entered : 0 },
    { effect: 'agentsLoseOnlyQueue', count: closes ? onlyHere(floor, after.id) : 0 },
    { effect: 'offeredAtOnce', count: isOther && after.distribution === 'push' ? waiting : 0 },
    { effect: 'offeredNoMore', count: isOther && before.distribution === 'push' ? waiting : 0 },
    empty,
  ];
}

/** What people who join or leave a queue with this save lose. */
export function membershipEffects(
  floor: Floor,
  { id, disabled }: Queue,
  also: readonly DirectoryEntry[],
): readonly SaveEffect[] {
  const moves = also.flatMap((entry) => {
    const before = entry.kind === 'person' ? floor.people.get(entry.value.id) : undefined;
    return entry.kind === 'person' && before ? [{ before, after: entry.value }] : [];
  });
  const leaves = moves.filter(({ before, after }) => isMember(before, id) && !isMember(after, id));
  const joins = moves.filter(({ before, after }) => !isMember(before, id) && isMember(after, id));
  const alone = countOf(leaves, ({ after }) => !hasOpenQueue(floor, after, ''));
  return [
    { effect: 'membersJoin', count: joins.length },
    { effect: 'membersLeave', count: leaves.length },
    { effect: 'agentsLoseOnlyQueue', count: disabled ? 0 : alone },
  ];
}

function peopleAfter(floor: Floor, also: readonly DirectoryEntry[]): readonly Person[] {
  const people = new Map(floor.people);
  for (const entry of also) if (entry.kind === 'person') people.set(entry.value.id, entry.value);
  return [...people.values()];
}

const onlyHere = (floor: Floor, queue: string): number =>
  countOf(floor.people.values(), (person) => isMember(person, queue) && !hasOpenQueue(floor, person, queue));

const hasOpenQueue = (floor: Floor, { queues }: Person, but: string): boolean =>
  queues.some((queue) => queue !== but && floor.queues.get(queue)?.disabled === false);
