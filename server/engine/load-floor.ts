import type { Agent } from '@floorwalk/core/agent';
import { completeConversation, type Conversation } from '@floorwalk/core/conversation';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { applyLedger, emptyFloor, type Floor, type Views } from '@floorwalk/core/floor';
import type { Roster } from '@floorwalk/core/supervision';
import type { Position, Snapshot, Stored } from '../store/store.ts';

/** The floor as the store has it, at the snapshot's position. The store's own writes are trusted to parse. */
export function loadFloor(snapshot: Snapshot): { readonly floor: Floor; readonly position: Position } {
  const floor = emptyFloor();
  for (const stored of snapshot.aggregates) place(floor, stored);
  // A page left while its conversation closed: nobody is on the roster and nobody can come back to it.
  for (const { id, watchers } of floor.rosters.values())
    if (watchers.length === 0 && !floor.conversations.has(id)) floor.rosters.delete(id);
  applyLedger(floor.ledger, snapshot.ledger);
  return { floor, position: snapshot.position };
}

function place(floor: Floor, { family, id, version, state }: Stored): void {
  const value: unknown = JSON.parse(state);
  switch (family) {
    case 'conversation':
      floor.conversations.set(id, completeConversation(value as Conversation));
      break;
    case 'agent':
      floor.agents.set(id, value as Agent);
      break;
    case 'roster':
      floor.rosters.set(id, value as Roster);
      break;
    case 'views':
      floor.views.set(id, value as Views);
      break;
    case 'directory': {
      floor.directoryVersions.set(id, version);
      const entry = value as DirectoryEntry;
      if (entry.kind === 'workstream') floor.workstreams.set(entry.value.id, entry.value);
      else if (entry.kind === 'queue') floor.queues.set(entry.value.id, entry.value);
      else if (entry.kind === 'person') floor.people.set(entry.value.id, entry.value);
      else if (entry.kind === 'integration') floor.integrations.set(entry.value.id, entry.value);
      else floor.policy = entry.value;
    }
  }
}
