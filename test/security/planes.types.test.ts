import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tenant, InternalItem, PlaneItem, PublicItem } from '../../server/engine/engine.ts';
import { entriesFrame, type ChatHub } from '../../server/live/customer/chat-hub.ts';
import { toChatEntry } from '../../server/live/customer/customer-view.ts';
import type { PublicEntry } from '../../server/live/customer/port.ts';
import { toPublicEntry } from '../../server/live/public-port.ts';

const said = { type: 'message', id: 'm1', at: 1, from: { kind: 'agent', id: 'ana', name: 'Ana' }, text: 'Hi' } as const;
const open: PublicItem = { ...said, plane: 'public', offset: 1 };
const inside: InternalItem = { ...said, plane: 'internal', offset: 1, after: 1 };

/**
 * Never called: it is compiled. Each line says that the compiler refuses to make something for a customer of an entry
 * that is, or may be, internal; a line that began to compile would fail `npm run types`.
 */
export function compiled(tenant: Tenant, hub: ChatHub, either: PlaneItem): void {
  // @ts-expect-error an internal entry
  toPublicEntry(inside);
  // @ts-expect-error an entry of either plane
  toPublicEntry(either);
  // @ts-expect-error an internal entry, past the port
  toChatEntry(inside);
  // @ts-expect-error an internal entry as a frame
  entriesFrame([inside], true);
  // @ts-expect-error an internal entry to whoever listens to a conversation
  hub.said('c1', [inside]);
  // @ts-expect-error an internal entry whose plane was left out
  const planeless: PublicEntry = { ...said, offset: 1 };
  // @ts-expect-error what was read of the internal plane
  void tenant.readPlane('c1', 'internal', 0, 1).then((items) => items.map(toPublicEntry));
  // The same ways are open to the public plane, so that it is the plane that is refused.
  hub.said('c1', [toPublicEntry(open)]);
  void tenant.readPlane('c1', 'public', 0, 1).then((items) => items.map(toPublicEntry));
  if (either.plane === 'public') toPublicEntry(either);
  assert.ok(planeless);
}

test('[P1] a customer’s entry is built field by field from a public one; from an internal one it does not compile', () => {
  const entry = toPublicEntry({ ...open, more: 'x' } as PublicItem);
  assert.deepEqual(Object.keys(entry).toSorted(), ['at', 'from', 'id', 'offset', 'plane', 'text', 'type']);
  assert.deepEqual(toChatEntry(entry), {
    type: 'message',
    offset: 1,
    id: 'm1',
    at: 1,
    from: { kind: 'agent', name: 'Ana' },
    text: 'Hi',
  });
});
