import { noticeKinds } from '../../conversation/notice.ts';
import { channels, planes, presences, states } from '../../words.ts';
import type { AgentCard, FloorRow } from '../floor.ts';
import type { Desk, DeskItem, Detail, ServerMessage, TimelineEntry } from '../live.ts';
import {
  count,
  fields,
  flag,
  id,
  list,
  nullable,
  number,
  oneOf,
  optional,
  params,
  record,
  type Shape,
  text,
  variant,
} from './checks.ts';

export type Message<Type extends ServerMessage['type']> = Omit<Extract<ServerMessage, { type: Type }>, 'type'>;
type Entry<Type extends TimelineEntry['type']> = Omit<Extract<TimelineEntry, { type: Type }>, 'type'>;
export type Handover = NonNullable<Detail['handover']>;

export const who = fields<Detail['queue']>({ id: text, name: text });
export const channel = oneOf(channels);
const state = oneOf(states);
const phase = nullable(oneOf(['offered', 'engaged']));
export const presence = oneOf(presences);
export const plane = oneOf(planes);
const may = record(nullable(text));
const scores = list(nullable(number));

const pending = nullable(
  fields<NonNullable<Detail['pending']>>({ agent: who, at: number, until: number, transfer: flag, by: nullable(who) }),
);
const hand = nullable(
  fields<NonNullable<Detail['hand']>>({
    agent: who,
    at: number,
    text,
    claimedBy: nullable(fields<{ id: string; name: string; at: number }>({ id: text, name: text, at: number })),
  }),
);
export const handover: Shape<Handover> = {
  reason: text,
  wants: text,
  tried: text,
  promised: text,
  promisedBy: text,
  lastQuestion: text,
  sentiment: text,
};
export const position = fields<Message<'conversation'>['position']>({ epoch: text, public: count, internal: count });
export const refusal = fields<Message<'refused'>['refusal']>({
  refusal: text,
  detail: text,
  state: optional(text),
  winner: optional(
    fields<NonNullable<Message<'refused'>['refusal']['winner']>>({
      person: text,
      at: number,
      did: text,
      to: optional(text),
    }),
  ),
  excess: optional(number),
});
export const author = fields<Message<'typing'>['who']>({
  kind: oneOf(['customer', 'agent', 'consultant', 'consultee', 'bot']),
  id: text,
  name: text,
});

export const row = fields<FloorRow>({
  id: text,
  version: count,
  customer: text,
  subject: text,
  channel,
  queue: who,
  agent: nullable(
    fields<NonNullable<FloorRow['agent']>>({
      id: text,
      name: text,
      bot: flag,
      presence,
      reachable: flag,
      unreachableSince: nullable(number),
    }),
  ),
  state,
  phase,
  since: number,
  waitSince: nullable(number),
  waitTarget: nullable(number),
  sentiment: count,
  scores,
  lastPublic: nullable(fields<NonNullable<FloorRow['lastPublic']>>({ from: text, text, at: number })),
  customerMessages: count,
  transfers: count,
  pending,
  autoCloseAt: nullable(number),
  elevated: flag,
  hand,
  consultants: list(who),
  reasons: list(fields<FloorRow['reasons'][number]>({ kind: text, params })),
  may,
});
export const card = fields<AgentCard>({
  id: text,
  name: text,
  presence,
  custom: nullable(text),
  setBy: nullable(who),
  reachable: flag,
  unreachableSince: nullable(number),
  load: number,
  capacity: number,
  queues: list(who),
  conversations: list(fields<AgentCard['conversations'][number]>({ id: text, customer: text, units: number })),
});
export const desk = fields<Desk>({
  me: nullable(card),
  acknowledged: flag,
  items: list(
    fields<DeskItem>({
      row,
      role: oneOf(['primary', 'offeree', 'consultee', 'consultant', 'pick']),
      handover: nullable(fields(handover)),
      units: number,
    }),
  ),
});

const line = { id: text, at: number, plane, offset: count, after: optional(count) };
export const entry = variant('type', {
  message: fields<Entry<'message'>>({ ...line, from: author, text }),
  notice: fields<Entry<'notice'>>({
    ...line,
    kind: oneOf(noticeKinds),
    params,
    twin: optional(text),
    receipt: optional(
      nullable(fields<{ seenAt: number | null; channel: boolean }>({ seenAt: nullable(number), channel: flag })),
    ),
  }),
});

export const detail: Shape<Detail> = {
  id: text,
  version: count,
  customer: fields<Detail['customer']>({ name: text, id: optional(text), locale: optional(text) }),
  subject: text,
  channel,
  queue: who,
  workstream: who,
  context: nullable(fields<NonNullable<Detail['context']>>({ type: id, id })),
  previous: nullable(text),
  state,
  phase,
  since: number,
  openedAt: number,
  primary: nullable(
    fields<NonNullable<Detail['primary']>>({ id: text, name: text, bot: flag, presence, reachable: flag }),
  ),
  primarySince: nullable(number),
  pending,
  handover: nullable(fields(handover)),
  hand,
  consultants: list(
    fields<Detail['consultants'][number]>({
      id: text,
      name: text,
      since: number,
      told: nullable(fields<{ at: number; seenAt: number | null }>({ at: number, seenAt: nullable(number) })),
    }),
  ),
  consultees: list(who),
  watchers: nullable(list(who)),
  sentiment: count,
  scores,
  waitSince: nullable(number),
  waitTarget: nullable(number),
  lastReplyMs: nullable(number),
  medianReplyMs: nullable(number),
  autoCloseAt: nullable(number),
  transfers: count,
  elevated: flag,
  receipts: record(fields<Detail['receipts'][string]>({ kind: text, at: number, seenAt: nullable(number) })),
  receiptsKnown: flag,
  deliveries: nullable(
    fields<NonNullable<Detail['deliveries']>>({
      upTo: count,
      not: record(
        fields<NonNullable<Detail['deliveries']>['not'][string]>({ outcome: oneOf(['failed', 'unknown']), at: number }),
      ),
    }),
  ),
  undelivered: nullable(
    list(fields<NonNullable<Detail['undelivered']>[number]>({ id: text, name: text, entries: list(text) })),
  ),
  role: oneOf(['primary', 'offeree', 'consultant', 'consultee', 'watcher', 'reader']),
  may,
  customerIsTold: flag,
};
