import * as v from 'valibot';
import { channel, count, entryName, id, line, presence, state, time } from './common.ts';
import { floorViews, sortColumns, type FloorView } from './words.ts';

/** What a client asks of the floor: a view, filters, one sort column and the visible window (F2). */
export const floorQuery = v.object({
  view: v.optional(v.picklist(floorViews), 'all'),
  queues: v.optional(v.array(v.string()), []),
  agents: v.optional(v.array(v.string()), []),
  channels: v.optional(v.array(channel), []),
  /** Sentiment steps 1 … 7; 0 is "not available". */
  sentiments: v.optional(v.array(count), []),
  text: v.optional(line, ''),
  sort: v.optional(v.picklist(sortColumns), 'attention'),
  descending: v.optional(v.boolean(), true),
  offset: v.optional(count, 0),
  limit: v.optional(v.pipe(count, v.maxValue(200)), 50),
});
export type FloorQuery = v.InferOutput<typeof floorQuery>;

const ids = v.pipe(v.array(id), v.maxLength(100, 'must be at most 100'));
/** How a floor is looked at, to be saved under a name (F6): without the text searched for, which may be about a customer. */
export const floorLook = v.object({
  view: v.optional(v.picklist(floorViews), 'all'),
  queues: v.optional(ids, []),
  agents: v.optional(ids, []),
  channels: v.optional(v.pipe(v.array(channel), v.maxLength(100)), []),
  sentiments: v.optional(v.pipe(v.array(v.pipe(count, v.maxValue(7))), v.maxLength(8)), []),
  sort: v.optional(v.picklist(sortColumns), 'attention'),
  descending: v.optional(v.boolean(), true),
  /** The height of rows; null: as whoever opens it has chosen. */
  density: v.optional(v.nullable(v.picklist(['standard', 'compact'])), null),
});
/** What a saved view is called: one short line. */
export const viewName = v.pipe(entryName, v.maxLength(60, 'must be at most 60 characters'));

const who = v.object({ id: v.string(), name: v.string() });
/** A saved view as its reader sees it. */
export const savedView = v.object({
  id,
  name: v.string(),
  shared: v.boolean(),
  owner: who,
  /** Who saved it last, and when: its version. */
  by: who,
  at: time,
  look: v.object({
    view: v.picklist(floorViews),
    queues: v.array(v.string()),
    agents: v.array(v.string()),
    channels: v.array(channel),
    sentiments: v.array(count),
    sort: v.picklist(sortColumns),
    descending: v.boolean(),
    density: v.nullable(v.picklist(['standard', 'compact'])),
  }),
});
export type SavedViewItem = v.InferOutput<typeof savedView>;
/** A running offer, a first one or a transfer's, from its start to its end. */
export const pendingOffer = v.object({ agent: who, at: time, until: time, transfer: v.boolean(), by: v.nullable(who) });

/** An agent's raised hand, and the supervisor who comes (B3). */
export const raisedHand = v.object({
  agent: who,
  at: time,
  text: v.string(),
  claimedBy: v.nullable(v.object({ ...who.entries, at: time })),
});

/** One conversation on the floor (F1). Times are instants: clients count from them on the server's clock. */
export const floorRow = v.object({
  id: v.string(),
  version: count,
  customer: v.string(),
  subject: v.string(),
  channel,
  queue: who,
  agent: v.nullable(
    v.object({
      id: v.string(),
      name: v.string(),
      bot: v.boolean(),
      presence,
      reachable: v.boolean(),
      unreachableSince: v.nullable(time),
    }),
  ),
  state,
  phase: v.nullable(v.picklist(['offered', 'engaged'])),
  since: time,
  /** When the wait began; null: nobody waits. */
  waitSince: v.nullable(time),
  /** Target of the running wait in milliseconds, if any. */
  waitTarget: v.nullable(v.number()),
  /** 1 … 7, 0 not available. */
  sentiment: count,
  /** Up to six scores −1 … 1, oldest first; null not available. */
  scores: v.array(v.nullable(v.number())),
  lastPublic: v.nullable(v.object({ from: v.string(), text: v.string(), at: time })),
  /** How many public messages the customer has written, so that what is new can be counted where no text is shown. */
  customerMessages: count,
  transfers: count,
  pending: v.nullable(pendingOffer),
  autoCloseAt: v.nullable(time),
  elevated: v.boolean(),
  hand: v.nullable(raisedHand),
  consultants: v.array(who),
  /** Why it needs attention, most urgent first; words are the client's (F3). */
  reasons: v.array(v.object({ kind: v.string(), params: v.record(v.string(), v.union([v.string(), v.number()])) })),
  may: v.record(v.string(), v.nullable(v.string())),
});
export type FloorRow = v.InferOutput<typeof floorRow>;

export const floorCounts = v.record(v.string(), count);
export type FloorCounts = Readonly<Record<FloorView, number>>;

/** An agent on the board (K4). */
export const agentCard = v.object({
  id: v.string(),
  name: v.string(),
  presence,
  custom: v.nullable(v.string()),
  /** Who set the presence by hand, the agent or a supervisor; null: it follows from the load (K2, K4). */
  setBy: v.nullable(who),
  reachable: v.boolean(),
  unreachableSince: v.nullable(time),
  load: v.number(),
  capacity: v.number(),
  queues: v.array(who),
  conversations: v.array(v.object({ id: v.string(), customer: v.string(), units: v.number() })),
});
export type AgentCard = v.InferOutput<typeof agentCard>;

/** A possible target of an assign or transfer, with what it would mean (A2, A4, A7). `refusal` null: allowed as it is. */
export const agentCandidate = v.object({
  kind: v.literal('agent'),
  id: v.string(),
  name: v.string(),
  presence,
  reachable: v.boolean(),
  load: v.number(),
  capacity: v.number(),
  /** Units this conversation would add. */
  units: v.number(),
  /** `max(0, load + units - capacity)`. */
  excess: v.number(),
  member: v.boolean(),
  queues: v.array(who),
  leavesFloor: v.boolean(),
  refusal: v.nullable(v.string()),
  /** Whether a reason overrides the refusal. */
  overridable: v.boolean(),
});
export type AgentCandidate = v.InferOutput<typeof agentCandidate>;
export const queueCandidate = v.object({
  kind: v.literal('queue'),
  id: v.string(),
  name: v.string(),
  members: count,
  open: count,
  leavesFloor: v.boolean(),
  refusal: v.nullable(v.string()),
});
export type QueueCandidate = v.InferOutput<typeof queueCandidate>;
export const candidates = v.object({ agents: v.array(agentCandidate), queues: v.array(queueCandidate) });
export type Candidates = v.InferOutput<typeof candidates>;
