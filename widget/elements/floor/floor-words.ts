import type { FloorView, SortColumn } from '@floorwalk/core/protocol';
import type { StringKey } from '../../strings/index.ts';

/** The views in the order of their keys 1 to 7 (F2). */
export const views = [
  ['all', 'viewAll'],
  ['attention', 'viewNeedsAttention'],
  ['open', 'viewOpen'],
  ['active', 'viewActive'],
  ['waiting', 'viewWaiting'],
  ['wrap-up', 'viewWrapUp'],
  ['mine', 'viewMine'],
] as const satisfies readonly (readonly [FloorView, StringKey])[];

/** The columns with their heads and classes; the last public message is not sorted by (F1). */
export const columns = [
  ['channel', 'columnChannel', 'c-icon'],
  ['customer', 'columnCustomer', 'c-who'],
  ['queue', 'columnQueue', 'c-queue'],
  ['agent', 'columnAgent', 'c-agent'],
  ['state', 'columnState', 'c-state'],
  ['wait', 'columnWait', 'c-wait num'],
  ['sentiment', 'columnSentiment', 'c-mood'],
  ['attention', 'columnNeedsAttention', 'c-why'],
  [null, 'columnLastMessage', 'c-last wide'],
  ['transfers', 'columnTransfers', 'c-moves num wide'],
  ['autoCloseAt', 'columnCloses', 'c-closes wide'],
] as const satisfies readonly (readonly [SortColumn | null, StringKey, string])[];
