import { holdings, type ConversationEvent } from '@floorwalk/core/conversation';
import { foldFloor, type Evolved, type Floor, type FloorBody } from '@floorwalk/core/floor';
import type { FloorEntry } from '../store/store.ts';
import type { Folded, PlaneItem } from './engine.ts';

/** What this server has made of a conversation's commit of its own before it was written. */
export interface Own {
  readonly body: FloorBody;
  /** The body as it is committed. */
  readonly text: string;
  readonly evolved: Evolved;
}

/**
 * Folds one entry of the floor feed and tells what it appended where. `own` is the commit that this server expects
 * under the entry's command: taken as it is where the entry is that same text, and not read again.
 */
export function foldEntry(floor: Floor, entry: FloorEntry, own?: Own): Folded {
  const made = own?.text === entry.body ? own : undefined;
  const body = made?.body ?? (JSON.parse(entry.body) as FloorBody);
  const items = itemsOf(floor, body, entry.appended);
  const before = holders(floor, body);
  foldFloor(floor, body, made?.evolved);
  const after = holders(floor, body);
  const repaired = (body.ledger ?? []).map(({ agent }) => agent);
  return { offset: entry.offset, body, items, freed: [...before, ...repaired].filter((agent) => !after.has(agent)) };
}

/** Agents who hold units for the conversations of a commit. */
const holders = (floor: Floor, { changes }: FloorBody): ReadonlySet<string> =>
  new Set(
    changes.flatMap(({ of, id }) => {
      const c = of === 'conversation' ? floor.conversations.get(id) : undefined;
      return c ? holdings(c).map(({ agent }) => agent) : [];
    }),
  );

/** The entries of a commit in the order in which it appended them, with the offsets that the store gave. */
function itemsOf(floor: Floor, body: FloorBody, offsets: readonly number[]): Folded['items'] {
  const items: ({ readonly conversation: string } & PlaneItem)[] = [];
  for (const change of body.changes) {
    if (change.of !== 'conversation') continue;
    let publicOffset = floor.conversations.get(change.id)?.publicOffset ?? 0;
    for (const event of change.events) {
      if (!isEntry(event)) continue;
      const offset = offsets[items.length] ?? 0;
      if (event.plane === 'public') publicOffset = offset;
      const entry =
        event.type === 'MessageAdded'
          ? { type: 'message' as const, ...event.message }
          : { type: 'notice' as const, ...event.notice };
      const at = { conversation: change.id, offset };
      items.push(
        event.plane === 'public'
          ? { ...at, plane: event.plane, ...entry }
          : { ...at, plane: event.plane, after: publicOffset, ...entry },
      );
    }
  }
  return items;
}

const isEntry = (
  event: ConversationEvent,
): event is Extract<ConversationEvent, { type: 'MessageAdded' | 'NoticeAdded' }> =>
  event.type === 'MessageAdded' || event.type === 'NoticeAdded';
