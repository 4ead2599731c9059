import type { TimelineEntry } from '@floorwalk/core/protocol';
import { receiptOf, type Conversation } from '@floorwalk/core/conversation';
import type { PlaneItem, Tenant } from '../../engine/engine.ts';

const PAGE = 500;
/** Characters of entries in one message, so that a long history never looks like a slow client. */
const BATCH_CHARACTERS = 48_000;

/** How far into each plane a reader has got. */
export interface Cursor {
  public: number;
  internal: number;
}

/** Everything after the cursor of the planes that are read, merged in the order in which it was said. */
export async function readTimeline(
  tenant: Tenant,
  conversation: string,
  cursor: Cursor,
  both: boolean,
): Promise<PlaneItem[]> {
  const read = async (plane: 'public' | 'internal'): Promise<PlaneItem[]> => {
    const items: PlaneItem[] = [];
    for (let since = cursor[plane]; ;) {
      const page = await tenant.readPlane(conversation, plane, since, PAGE);
      items.push(...page);
      if (page.length < PAGE) return items;
      since = page.at(-1)?.offset ?? since;
    }
  };
  const [open, closed] = await Promise.all([read('public'), both ? read('internal') : []]);
  return inOrder([...open, ...closed]);
}

/** Internal entries stand behind the public one that they followed. */
export const inOrder = (items: readonly PlaneItem[]): PlaneItem[] =>
  items.toSorted((a, b) => placeOf(a) - placeOf(b) || rank(a) - rank(b) || a.offset - b.offset);

const placeOf = (item: PlaneItem): number => (item.plane === 'public' ? item.offset : (item.after ?? 0));
const rank = (item: PlaneItem): number => (item.plane === 'public' ? 0 : 1);

/** Items in parts that a message may carry; never none, because the first message also carries the rest. */
export function batches(items: readonly PlaneItem[]): readonly (readonly PlaneItem[])[] {
  const all: PlaneItem[][] = [[]];
  let size = 0;
  for (const item of items) {
    size += item.type === 'message' ? item.text.length + 200 : 200;
    if (size > BATCH_CHARACTERS) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(item);
  }
  return all;
}

/** A stored entry as staff get it. */
export function toTimelineEntry(item: PlaneItem, c: Conversation): TimelineEntry {
  const place = { plane: item.plane, offset: item.offset, ...(item.after !== undefined && { after: item.after }) };
  if (item.type === 'message') {
    const { id, at, from, text } = item;
    return { type: 'message', id, at, from: { kind: from.kind, id: from.id, name: from.name }, text, ...place };
  }
  const { id, at, kind, params, twin } = item;
  const told = item.plane === 'public' ? id : twin;
  const receipt =
    told === undefined ? undefined : { seenAt: receiptOf(c.receipts, told)?.seenAt ?? null, channel: sendsReceipts(c) };
  return {
    type: 'notice',
    id,
    at,
    kind,
    params,
    ...(twin !== undefined && { twin }),
    ...place,
    ...(receipt && { receipt }),
  };
}

/** Customers of a channel of our own say which notices they have shown (N2). */
export const sendsReceipts = (c: Conversation): boolean => c.channel === 'liveChat';
