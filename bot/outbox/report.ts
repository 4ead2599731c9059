import type { DeliveryOutcome } from '@floorwalk/core/conversation';
import type { Change } from '../store/store.ts';
import type { Sent } from '../transport/transport.ts';
import type { Item } from './item.ts';

const outcomes = { sent: 'delivered', refused: 'failed', unknown: 'unknown' } as const satisfies Record<
  Sent['how'],
  DeliveryOutcome
>;

/** How a delivery to a customer went, as it is stored until the server has been told. */
export const reportOf = ({ what }: Item, how: Sent['how']): readonly Change[] =>
  what.is === 'delivery' ? [{ kind: 'report', key: what.delivery, value: outcomes[how] }] : [];
