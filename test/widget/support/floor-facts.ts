import type {
  AgentCandidate,
  AgentCard,
  Detail,
  FloorRow,
  QueueCandidate,
  TimelineEntry,
} from '@floorwalk/core/protocol';

/** The moment that built facts are about. */
export const noon = new Date(2026, 10, 20, 12, 0, 0).getTime();
export const minute = 60_000;
const billing = { id: 'billing', name: 'Billing' };
const priya = { id: 'priya', name: 'Priya Raman', bot: false, presence: 'busy', reachable: true } as const;
const everything = { monitor: null, join: null, assign: 'state', transfer: null, forceClose: null } as const;

/** A row of the floor, active with Priya unless said otherwise. */
export const row = (id: string, more: Partial<FloorRow> = {}): FloorRow => ({
  id,
  version: 1,
  customer: `Customer ${id}`,
  subject: `Subject ${id}`,
  channel: 'liveChat',
  queue: billing,
  agent: { ...priya, unreachableSince: null },
  state: 'active',
  phase: 'engaged',
  since: noon - 10 * minute,
  waitSince: null,
  waitTarget: null,
  sentiment: 4,
  scores: [0],
  lastPublic: null,
  customerMessages: 0,
  transfers: 0,
  pending: null,
  autoCloseAt: null,
  elevated: false,
  hand: null,
  consultants: [],
  reasons: [],
  may: { ...everything, withdraw: 'noOfferPending', cancelTransfer: 'noTransferPending' },
  ...more,
});

/** What the server pushes to a floor: these rows in this order. */
export const floorOf = (rows: readonly FloorRow[], more: object = {}): object => ({
  type: 'floor',
  offset: 1,
  first: 0,
  total: rows.length,
  counts: { all: rows.length, attention: 0, open: 0, active: rows.length, waiting: 0, 'wrap-up': 0, mine: 0 },
  order: rows.map(({ id }) => id),
  rows,
  ...more,
});

/** A card of the agent board. */
export const card = (id: string, more: Partial<AgentCard> = {}): AgentCard => ({
  id,
  name: `Agent ${id}`,
  presence: 'available',
  custom: null,
  setBy: null,
  reachable: true,
  unreachableSince: null,
  load: 1,
  capacity: 3,
  queues: [billing],
  conversations: [{ id: 'c9', customer: 'Ann', units: 1 }],
  ...more,
});

/** A conversation's facts as a watching supervisor gets them. */
export const detail = (more: Partial<Detail> = {}): Detail => ({
  id: 'c1',
  version: 1,
  customer: { name: 'Marta Olsen' },
  subject: 'Booked twice',
  channel: 'liveChat',
  queue: billing,
  workstream: { id: 'chat', name: 'Chat' },
  context: null,
  previous: null,
  state: 'active',
  phase: 'engaged',
  since: noon - 10 * minute,
  openedAt: noon - 12 * minute,
  primary: priya,
  primarySince: noon - 10 * minute,
  pending: null,
  handover: null,
  hand: null,
  consultants: [],
  consultees: [],
  watchers: [{ id: 'ines', name: 'Ines Carvalho' }],
  sentiment: 2,
  scores: [0.2, -0.6],
  waitSince: null,
  waitTarget: null,
  lastReplyMs: 42_000,
  medianReplyMs: 61_000,
  autoCloseAt: null,
  transfers: 0,
  elevated: false,
  receipts: {},
  receiptsKnown: true,
  deliveries: null,
  undelivered: null,
  role: 'watcher',
  may: { ...everything, leave: null },
  customerIsTold: true,
  ...more,
});

type Said = Extract<TimelineEntry, { type: 'message' }>;
/** A message of the timeline, from the customer on the public plane unless said otherwise. */
export const entry = (offset: number, text: string, more: Partial<Said> = {}): Said => ({
  type: 'message',
  id: `m${offset}`,
  at: noon,
  from: { kind: 'customer', id: 'customer', name: 'Marta Olsen' },
  text,
  plane: 'public',
  offset,
  ...more,
});

/** What the server pushes to who follows a conversation. */
export const conversationOf = (
  about: Detail | null,
  entries: readonly TimelineEntry[] = [],
  whole = about !== null,
): object => ({
  type: 'conversation',
  whole,
  position: { epoch: 'e1', public: entries.length, internal: 0 },
  detail: about,
  entries,
});

/** An agent to whom a conversation can go. */
export const candidate = (id: string, more: Partial<AgentCandidate> = {}): AgentCandidate => ({
  kind: 'agent',
  id,
  name: `Agent ${id}`,
  presence: 'available',
  reachable: true,
  load: 1,
  capacity: 3,
  units: 1,
  excess: 0,
  member: true,
  queues: [billing],
  leavesFloor: false,
  refusal: null,
  overridable: false,
  ...more,
});
export const queueCandidate = (id: string, more: Partial<QueueCandidate> = {}): QueueCandidate => ({
  kind: 'queue',
  id,
  name: `Queue ${id}`,
  members: 4,
  open: 2,
  leavesFloor: false,
  refusal: null,
  ...more,
});
