import type { AgentCandidate, Candidates, FloorQuery, QueueCandidate, SavedViewItem } from '../floor.ts';
import { floorViews, sortColumns } from '../words.ts';
import type { Detail, EarlierItem, ServerMessage, TimelineEntry } from '../live.ts';
import {
  type Check,
  count,
  fields,
  flag,
  id,
  list,
  nullable,
  number,
  oneOf,
  optional,
  partial,
  record,
  type Shape,
  text,
  valueOf,
  variant,
} from './checks.ts';
import {
  author,
  card,
  channel,
  desk,
  detail,
  entry,
  handover,
  type Handover,
  type Message,
  plane,
  position,
  presence,
  refusal,
  row,
  who,
} from './staff-shapes.ts';

const look = {
  view: oneOf(floorViews),
  queues: list(text),
  agents: list(text),
  channels: list(channel),
  sentiments: list(count),
  sort: oneOf(sortColumns),
  descending: flag,
};
const choice: Shape<FloorQuery> = {
  ...look,
  text,
  offset: count,
  limit: (value) => count(value) && Number(value) <= 200,
};
const savedLook: Shape<SavedViewItem['look']> = { ...look, density: oneOf([null, 'standard', 'compact']) };

const messages: Readonly<Record<ServerMessage['type'], Check>> = {
  welcome: fields<Message<'welcome'>>({
    version: number,
    epoch: text,
    now: number,
    heartbeat: number,
    person: fields<Message<'welcome'>['person']>({ id: text, name: text, roles: list(text) }),
    queues: list(who),
    agents: list(who),
  }),
  floor: fields<Message<'floor'>>({
    id,
    offset: count,
    first: count,
    total: count,
    counts: record(count),
    order: list(text),
    rows: list(row),
  }),
  agents: fields<Message<'agents'>>({ id, order: list(text), cards: list(card) }),
  desk: fields<Message<'desk'>>({ id, desk }),
  views: fields<Message<'views'>>({
    id,
    views: list(
      fields<SavedViewItem>({ id, name: text, shared: flag, owner: who, by: who, at: number, look: fields(savedLook) }),
    ),
    opensWith: nullable(text),
  }),
  directory: fields<Message<'directory'>>({
    id,
    saves: list(fields<Message<'directory'>['saves'][number]>({ entry: text, version: count, by: who, at: number })),
  }),
  conversation: fields<Message<'conversation'>>({
    id,
    whole: flag,
    position,
    detail: nullable(fields(detail)),
    changes: optional(fields(partial(detail))),
    entries: list(entry),
  }),
  typing: fields<Message<'typing'>>({ id, who: author, plane }),
  ended: fields<Message<'ended'>>({ id, refusal, resumes: flag }),
  answer: fields<Message<'answer'>>({ id, ok: oneOf([true]), result: (value) => value !== undefined }),
  refused: fields<Message<'refused'>>({ id, refusal }),
  heartbeat: fields<Message<'heartbeat'>>({ now: number, offset: count }),
  shuttingDown: fields<Message<'shuttingDown'>>({ retryAfter: number }),
};
const message = variant('type', messages);

const reading =
  <T>(check: Check) =>
  (value: unknown): T | undefined =>
    check(value) ? (value as T) : undefined;

const candidateFields: Shape<Candidates> = {
  agents: list(
    fields<AgentCandidate>({
      kind: oneOf(['agent']),
      id: text,
      name: text,
      presence,
      reachable: flag,
      load: number,
      capacity: number,
      units: number,
      excess: number,
      member: flag,
      queues: list(who),
      leavesFloor: flag,
      refusal: nullable(text),
      overridable: flag,
    }),
  ),
  queues: list(
    fields<QueueCandidate>({
      kind: oneOf(['queue']),
      id: text,
      name: text,
      members: count,
      open: count,
      leavesFloor: flag,
      refusal: nullable(text),
    }),
  ),
};

/** A message of the staff's live connection, or undefined: what `serverMessage` accepts, read without the schema. */
export const readServerMessage = (json: string): ServerMessage | undefined =>
  reading<ServerMessage>(message)(valueOf(json));
/** What the schemas of the same names accept, each undefined where the value is not one. */
export const readDetail = reading<Detail>(fields(detail));
export const readHandover = reading<Handover>(fields(handover));
export const readEntry = reading<TimelineEntry>(entry);
export const readEarlierItem = reading<EarlierItem>(
  fields<EarlierItem>({
    id: text,
    subject: text,
    channel,
    queue: who,
    agent: nullable(who),
    openedAt: number,
    closedAt: number,
    outcome: text,
  }),
);
export const readCandidates = reading<Candidates>(fields(candidateFields));
export const readFloorChoice = reading<Partial<FloorQuery>>(fields(partial(choice)));
