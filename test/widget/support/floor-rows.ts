import type { FloorRow } from '@floorwalk/core/protocol';

const MINUTE_MS = 60_000;

/** A row of the floor: Marta with Priya in Billing, unless said otherwise. */
export const floorRow = (id: string, more: Partial<FloorRow> = {}): FloorRow => ({
  id,
  version: 1,
  customer: `Customer ${id}`,
  subject: 'Charged twice',
  channel: 'liveChat',
  queue: { id: 'billing', name: 'Billing' },
  agent: { id: 'priya', name: 'Priya Raman', bot: false, presence: 'busy', reachable: true, unreachableSince: null },
  state: 'active',
  phase: 'engaged',
  since: Date.now() - 10 * MINUTE_MS,
  // Not four minutes to the second: the page's idea of the server's clock may be a little behind.
  waitSince: Date.now() - 4 * MINUTE_MS - 5_000,
  waitTarget: 2 * MINUTE_MS,
  sentiment: 2,
  scores: [0.2, -0.1, -0.4, -0.6],
  lastPublic: { from: 'Marta Olsen', text: 'I need this money back.', at: Date.now() - MINUTE_MS },
  customerMessages: 3,
  transfers: 1,
  pending: null,
  autoCloseAt: null,
  elevated: false,
  hand: null,
  consultants: [],
  reasons: [],
  may: {
    monitor: null,
    join: null,
    assign: 'state',
    transfer: null,
    withdraw: 'noOfferPending',
    cancelTransfer: 'noTransferPending',
    forceClose: null,
  },
  ...more,
});

/** A floor message with these rows in this order. */
export const floorMessage = (id: string, rows: readonly FloorRow[], more: object = {}) => ({
  type: 'floor' as const,
  id,
  offset: 7,
  first: 0,
  total: rows.length,
  counts: { all: rows.length, attention: 2, open: 0, active: rows.length, waiting: 0, 'wrap-up': 0, mine: 0 },
  order: rows.map((row) => row.id),
  rows: [...rows],
  ...more,
});
