import { actorId, refuse, type Actor } from '@floorwalk/core';
import { directoryId, saveRefusal, type DirectoryEntry } from '@floorwalk/core/directory';
import type { Floor } from '@floorwalk/core/floor';
import type { DirectoryRequest } from './engine.ts';
import { planDirectory, type Planned } from './plan.ts';

/** Decides a save of entries of the directory: all or none of them, each as whoever saves it last saw it (C7). */
export function decideDirectory(floor: Floor, actor: Actor, request: DirectoryRequest, now: number): Planned {
  if (actor.kind !== 'system' && !(actor.kind === 'person' && actor.roles.includes('administrator')))
    return refuse('role');
  const { entry, also = [], expect = {} } = request;
  for (const [id, version] of Object.entries(expect))
    if ((floor.directoryVersions.get(id) ?? 0) !== version) return refuse('version', { field: id });
  for (const one of [entry, ...also]) {
    const no = saveRefusal(withQueue(floor, entry), one);
    if (no) return one === entry ? no : { ...no, field: 'members' };
  }
  const saved = [entry, ...also].map((one) => ({
    id: directoryId(one),
    before: presentEntry(floor, one),
    event: { type: 'DirectorySaved' as const, at: now, by: actorId(actor), entry: one },
  }));
  return planDirectory(floor, saved, actor);
}

/** What is saved under the id of this entry now; undefined where nothing is. */
function presentEntry(floor: Floor, { kind, value }: DirectoryEntry): DirectoryEntry | undefined {
  switch (kind) {
    case 'queue': {
      const found = floor.queues.get(value.id);
      return found && { kind, value: found };
    }
    case 'workstream': {
      const found = floor.workstreams.get(value.id);
      return found && { kind, value: found };
    }
    case 'person': {
      const found = floor.people.get(value.id);
      return found && { kind, value: found };
    }
    case 'integration': {
      const found = floor.integrations.get(value.id);
      return found && { kind, value: found };
    }
    case 'policy':
      return { kind, value: floor.policy };
  }
}

/** The floor as what is saved with a queue sees it: people may be members of a queue that is new with them. */
const withQueue = (floor: Floor, entry: DirectoryEntry): Floor =>
  entry.kind !== 'queue' || floor.queues.has(entry.value.id)
    ? floor
    : { ...floor, queues: new Map(floor.queues).set(entry.value.id, entry.value) };
