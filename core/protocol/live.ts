import * as v from 'valibot';
import {
  author,
  channel,
  count,
  handText,
  handover,
  id,
  line,
  message,
  notice,
  override,
  plane,
  presence,
  recordContext,
  refusal,
  state,
  text,
  time,
} from './common.ts';
import {
  agentCard,
  floorCounts,
  floorLook,
  floorQuery,
  floorRow,
  pendingOffer,
  raisedHand,
  savedView,
  viewName,
} from './floor.ts';

/** What staff may ask of a conversation over the live connection or by HTTP; the same commands, the same handler. */
export const command = v.variant('type', [
  v.object({ type: v.literal('say'), conversation: id, message: id, text, plane }),
  v.object({
    type: v.literal('assign'),
    conversation: id,
    agent: v.optional(id),
    queue: v.optional(id),
    override: v.optional(override),
  }),
  v.object({
    type: v.literal('transfer'),
    conversation: id,
    agent: v.optional(id),
    /** Only where the tenant switched it on (T2). */
    queue: v.optional(id),
    handover: v.optional(handover),
    override: v.optional(override),
  }),
  v.object({ type: v.literal('cancel-transfer'), conversation: id }),
  v.object({ type: v.literal('withdraw'), conversation: id }),
  v.object({ type: v.literal('pick'), conversation: id }),
  v.object({ type: v.literal('accept'), conversation: id }),
  v.object({ type: v.literal('reject'), conversation: id }),
  v.object({ type: v.literal('release'), conversation: id }),
  v.object({ type: v.literal('park'), conversation: id }),
  v.object({ type: v.literal('resume'), conversation: id }),
  v.object({ type: v.literal('end'), conversation: id }),
  v.object({ type: v.literal('close'), conversation: id }),
  v.object({
    type: v.literal('force-close'),
    conversation: id,
    reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000)),
  }),
  v.object({ type: v.literal('join'), conversation: id }),
  v.object({ type: v.literal('leave'), conversation: id }),
  v.object({ type: v.literal('raise-hand'), conversation: id, text: handText }),
  v.object({ type: v.literal('lower-hand'), conversation: id }),
  v.object({ type: v.literal('claim'), conversation: id }),
  v.object({ type: v.literal('set-presence'), agent: id, presence: v.pipe(v.string(), v.maxLength(128)) }),
  v.object({ type: v.literal('acknowledge-monitoring') }),
  v.object({ type: v.literal('sign-out') }),
  /** `seen`: its `at` as it was read, null for a new one; without it whatever is there is replaced (F6). */
  v.object({
    type: v.literal('save-view'),
    view: id,
    seen: v.optional(v.nullable(time)),
    name: viewName,
    shared: v.boolean(),
    look: floorLook,
  }),
  v.object({ type: v.literal('delete-view'), view: id, seen: v.optional(time) }),
  /** With which view this person's floor opens; null: as they left it. */
  v.object({ type: v.literal('open-with'), view: v.nullable(id) }),
]);
export type Command = v.InferOutput<typeof command>;
/** A command as it is written: what has a default may be left out. */
export type CommandInput = v.InferInput<typeof command>;

/** What a subscription follows. Subscribing to a conversation as a supervisor is monitoring it (M1, M8). */
export const topic = v.variant('kind', [
  v.object({ kind: v.literal('floor'), query: v.optional(floorQuery, {}) }),
  v.object({ kind: v.literal('agents') }),
  v.object({ kind: v.literal('desk') }),
  v.object({ kind: v.literal('views') }),
  v.object({ kind: v.literal('directory') }),
  v.object({
    kind: v.literal('conversation'),
    conversation: id,
    since: v.optional(v.object({ epoch: v.string(), public: count, internal: count })),
  }),
]);
export type Topic = v.InferOutput<typeof topic>;
/** A topic as it is written. */
export type TopicInput = v.InferInput<typeof topic>;

/** For whom an integration with the right `onBehalf` connects: a person's id, or `entra:<tenant>:<object>` (R4). */
export const behalf = v.object({ person: id, from: v.optional(v.picklist(['teams', 'api']), 'api') });

export const clientMessage = v.variant('type', [
  /** First message of a connection. `desk`: this page is an agent's desk, so it makes them reachable (K5). */
  v.object({
    type: v.literal('hello'),
    version: v.number(),
    token: v.string(),
    desk: v.optional(v.boolean(), false),
    behalf: v.optional(behalf),
  }),
  /** A fresh token before the old one expires (R3). */
  v.object({ type: v.literal('token'), token: v.string() }),
  v.object({ type: v.literal('subscribe'), id, topic }),
  v.object({ type: v.literal('unsubscribe'), id }),
  v.object({ type: v.literal('command'), id, dryRun: v.optional(v.boolean(), false), command }),
  v.object({ type: v.literal('typing'), conversation: id, plane }),
  v.object({ type: v.literal('pong') }),
]);
export type ClientMessage = v.InferOutput<typeof clientMessage>;
/** A message of a client as it is written. */
export type ClientMessageInput = v.InferInput<typeof clientMessage>;

const who = v.object({ id: v.string(), name: v.string() });
export const timelineEntry = v.variant('type', [
  v.object({ ...message.entries, plane, offset: count, after: v.optional(count) }),
  v.object({
    ...notice.entries,
    plane,
    offset: count,
    after: v.optional(count),
    receipt: v.optional(v.nullable(v.object({ seenAt: v.nullable(time), channel: v.boolean() }))),
  }),
]);
export type TimelineEntry = v.InferOutput<typeof timelineEntry>;

/** Everything a participant or watcher sees of a conversation besides its text; no field is ever absent, so that `changes` can say all. */
export const detail = v.object({
  id: v.string(),
  version: count,
  customer: v.object({ name: v.string(), id: v.optional(v.string()), locale: v.optional(v.string()) }),
  subject: v.string(),
  channel,
  queue: who,
  workstream: who,
  context: v.nullable(recordContext),
  previous: v.nullable(v.string()),
  state,
  phase: v.nullable(v.picklist(['offered', 'engaged'])),
  since: time,
  openedAt: time,
  primary: v.nullable(
    v.object({ id: v.string(), name: v.string(), bot: v.boolean(), presence, reachable: v.boolean() }),
  ),
  /** Since when the primary has it, parked and after-work included. */
  primarySince: v.nullable(time),
  pending: v.nullable(pendingOffer),
  /** The offeree's and, after acceptance, the primary's card (T5). */
  handover: v.nullable(handover),
  hand: v.nullable(raisedHand),
  /** Who joined, and since when; `told`: when the customer was told and has seen it, null where they were not told (N2). */
  consultants: v.array(
    v.object({ ...who.entries, since: time, told: v.nullable(v.object({ at: time, seenAt: v.nullable(time) })) }),
  ),
  consultees: v.array(who),
  /** Who monitors; null where this reader may not know (M7). */
  watchers: v.nullable(v.array(who)),
  sentiment: count,
  scores: v.array(v.nullable(v.number())),
  waitSince: v.nullable(time),
  waitTarget: v.nullable(v.number()),
  lastReplyMs: v.nullable(v.number()),
  medianReplyMs: v.nullable(v.number()),
  autoCloseAt: v.nullable(time),
  transfers: count,
  elevated: v.boolean(),
  receipts: v.record(v.string(), v.object({ kind: v.string(), at: time, seenAt: v.nullable(time) })),
  /** Whether customers of this channel send receipts (N2). */
  receiptsKnown: v.boolean(),
  /** What an integration said of its deliveries: all up to this public offset arrived but these, by entry id; null: nothing yet (N2). */
  deliveries: v.nullable(
    v.object({
      upTo: count,
      not: v.record(v.string(), v.object({ outcome: v.picklist(['failed', 'unknown']), at: time })),
    }),
  ),
  /** Who may not have been shown which entries in Teams; null where this reader may not know who monitors (M7). */
  undelivered: v.nullable(v.array(v.object({ ...who.entries, entries: v.array(v.string()) }))),
  /** What this reader is here, and may do: null allowed, else the refusal code (R1). */
  role: v.picklist(['primary', 'offeree', 'consultant', 'consultee', 'watcher', 'reader']),
  may: v.record(v.string(), v.nullable(v.string())),
  /** Who has been silenced by the tenant's policy: `consultantJoined` off for customers is shown before joining (N1). */
  customerIsTold: v.boolean(),
});
export type Detail = v.InferOutput<typeof detail>;

/** A closed conversation of the same customer: what it was about and how it ended, without its text (M9). */
export const earlierItem = v.object({
  id: v.string(),
  subject: v.string(),
  channel,
  queue: who,
  agent: v.nullable(who),
  openedAt: time,
  closedAt: time,
  outcome: v.string(),
});
export type EarlierItem = v.InferOutput<typeof earlierItem>;

/** A conversation on an agent's desk. */
export const deskItem = v.object({
  row: floorRow,
  role: v.picklist(['primary', 'offeree', 'consultee', 'consultant', 'pick']),
  handover: v.nullable(handover),
  units: v.number(),
});
export type DeskItem = v.InferOutput<typeof deskItem>;
export const desk = v.object({ me: v.nullable(agentCard), acknowledged: v.boolean(), items: v.array(deskItem) });
export type Desk = v.InferOutput<typeof desk>;

export const serverMessage = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    version: v.number(),
    epoch: v.string(),
    now: time,
    heartbeat: v.number(),
    person: v.object({ id: v.string(), name: v.string(), roles: v.array(v.string()) }),
    queues: v.array(who),
    agents: v.array(who),
  }),
  /** The visible window: `order` names all its rows, `rows` those that are new or changed since the last one. */
  v.object({
    type: v.literal('floor'),
    id,
    offset: count,
    /** The place in the view of the first row of `order`, from 0. */
    first: count,
    total: count,
    counts: floorCounts,
    order: v.array(v.string()),
    rows: v.array(floorRow),
  }),
  v.object({ type: v.literal('agents'), id, order: v.array(v.string()), cards: v.array(agentCard) }),
  v.object({ type: v.literal('desk'), id, desk }),
  /** All saved views, a person's own and those that supervisors share; `opensWith` names one of them. */
  v.object({ type: v.literal('views'), id, views: v.array(savedView), opensWith: v.nullable(v.string()) }),
  /** Entries of the directory that were saved, oldest first; the first one says what is known of the time before. */
  v.object({
    type: v.literal('directory'),
    id,
    saves: v.array(v.object({ entry: v.string(), version: count, by: who, at: time })),
  }),
  /**
   * `entries` follow what was sent before; with `whole` they replace it. `detail` is everything besides them where the
   * subscription has none yet, `changes` those of its fields that have changed since.
   */
  v.object({
    type: v.literal('conversation'),
    id,
    whole: v.boolean(),
    position: v.object({ epoch: v.string(), public: count, internal: count }),
    detail: v.nullable(detail),
    changes: v.optional(v.partial(detail)),
    entries: v.array(timelineEntry),
  }),
  v.object({ type: v.literal('typing'), id, who: author, plane }),
  /** The subscription stopped for now (`resumes` true: by itself, M6) or for good, and why. */
  v.object({ type: v.literal('ended'), id, refusal, resumes: v.boolean() }),
  v.object({ type: v.literal('answer'), id, ok: v.literal(true), result: v.unknown() }),
  v.object({ type: v.literal('refused'), id, refusal }),
  v.object({ type: v.literal('heartbeat'), now: time, offset: count }),
  v.object({ type: v.literal('shuttingDown'), retryAfter: v.number() }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessage>;

export { line };
