import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import { list } from '../strings/index.ts';
import type { TranscriptEntry } from '../transcript/index.ts';

/**
 * How a line fared: on the customer's channel, once its integration has said anything of this conversation, and towards
 * supervisors in Teams (N2). A house's notice fares like the customer's of the same event.
 */
export function fateOf(
  entry: TimelineEntry,
  all: readonly TimelineEntry[],
  detail: Detail | undefined,
): Pick<TranscriptEntry, 'delivery' | 'unshown'> {
  const twin = entry.type === 'notice' ? entry.twin : undefined;
  const unshown = list(
    (detail?.undelivered ?? [])
      .filter(({ entries }) => entries.includes(entry.id) || (twin !== undefined && entries.includes(twin)))
      .map(({ name }) => name),
  );
  const delivery = deliveryOf(entry, all, detail?.deliveries ?? null);
  return { ...(delivery && { delivery }), ...(unshown !== '' && { unshown }) };
}

function deliveryOf(
  entry: TimelineEntry,
  all: readonly TimelineEntry[],
  deliveries: Detail['deliveries'],
): TranscriptEntry['delivery'] {
  if (deliveries === null || (entry.type === 'message' && entry.from.kind === 'customer')) return undefined;
  const twin = entry.type === 'notice' ? entry.twin : undefined;
  const told =
    entry.plane === 'public' ? entry : twin && all.find(({ id, plane }) => plane === 'public' && id === twin);
  if (!told) return undefined;
  return deliveries.not[told.id]?.outcome ?? (told.offset <= deliveries.upTo ? 'delivered' : 'sent');
}
