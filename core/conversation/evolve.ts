import { bare } from './bare.ts';
import type { Conversation, ConversationBase } from './conversation.ts';
import { primaryOf, offerOf } from './conversation.ts';
import type { Holder } from './custody.ts';
import { afterReport, noDeliveries } from './deliveries.ts';
import type { ConversationEvent } from './events.ts';
import { moveOf } from './last-move.ts';
import { withSeen } from './receipts.ts';
import { countReply, freshReplyClock } from './reply-clock.ts';

type Fact<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>;

/** What a conversation is after one event. Events of the internal plane change nothing (P2); `version` is the store's. */
export function evolveConversation(before: Conversation | undefined, event: ConversationEvent): Conversation {
  if (event.type === 'ConversationOpened') return opened(event);
  if (before === undefined) throw new TypeError(`${event.type} before ConversationOpened`);
  switch (event.type) {
    case 'ConversationOffered':
      return { ...enter(before, event, 'active'), state: 'active', phase: 'offered', offer: event.offer };
    case 'OfferEnded':
      return { ...enter(decline(before, event.agent, event.declinedUntil), event, 'open'), state: 'open' };
    case 'ConversationEngaged':
      return engaged(before, event, event.primary);
    case 'ConversationRequeued':
      return {
        ...enter({ ...bare(before), queue: event.queue, declined: {} }, event, 'open'),
        state: 'open',
        primarySince: null,
        queuedAt: event.at,
      };
    case 'ConversationReleased':
    case 'CustomerCameBack':
      return backToQueue(before, event);
    case 'ConversationParked':
      return {
        ...enter(before, event, 'waiting'),
        state: 'waiting',
        primary: holder(before),
        pending: offerOf(before),
      };
    case 'TransferOffered':
      return { ...withPending(before, event.offer), quietSince: event.at, lastMove: moveOf(event) };
    case 'TransferEnded':
      return { ...withPending(before, null), lastMove: moveOf(event) };
    case 'ConversationTransferred':
      return transferred(before, event);
    case 'ConversationEnded':
      return {
        ...enter(before, event, 'wrap-up'),
        state: 'wrap-up',
        primary: holder(before),
        outcome: event.outcome,
        unitsHeld: event.unitsHeld,
        unitsUntil: event.unitsUntil,
      };
    case 'UnitsReleased':
      return before.state === 'wrap-up' ? { ...before, unitsHeld: false } : before;
    case 'ConversationClosed':
      return {
        ...enter(before, event, 'closed'),
        state: 'closed',
        primary: primaryOf(before),
        outcome: event.outcome,
        consultants: [],
        consultees: [],
      };
    default:
      return noted(before, event);
  }
}

/** Events that leave state and custody as they are. */
function noted(before: Conversation, event: ConversationEvent): Conversation {
  switch (event.type) {
    case 'ConsultantJoined': {
      const consultant = { id: event.person, since: event.at };
      return { ...before, quietSince: event.at, consultants: [...before.consultants, consultant] };
    }
    case 'ConsultantLeft':
      return { ...before, consultants: before.consultants.filter((c) => c.id !== event.person) };
    case 'ConsulteeLeft':
      return { ...before, consultees: before.consultees.filter((c) => c.id !== event.person) };
    case 'HandRaised':
      return { ...before, hand: { agent: event.by, at: event.at, text: event.text, claimed: null } };
    case 'HandClaimed': {
      const handMove = { person: event.by, at: event.at, did: event.type };
      const hand = before.hand && { ...before.hand, claimed: { by: event.by, at: event.at } };
      return { ...before, hand, handMove };
    }
    case 'HandLowered': {
      const handMove = event.why === 'helped' ? before.handMove : { person: event.by, at: event.at, did: event.type };
      return { ...before, hand: null, handMove };
    }
    case 'MessageAdded':
      return event.plane === 'internal' ? before : said(before, event);
    case 'NoticeAdded': {
      if (event.plane === 'internal') return before;
      const { id, kind, at } = event.notice;
      const receipts = [...before.receipts, { id, kind, at, seenAt: null }];
      // The notice of a join follows the join itself.
      const consultants =
        kind === 'consultantJoined'
          ? before.consultants.map((c, i) => (i === before.consultants.length - 1 ? { ...c, notice: id } : c))
          : before.consultants;
      return { ...before, publicOffset: before.publicOffset + 1, receipts, consultants };
    }
    case 'NoticeSeen': {
      const receipts = withSeen(before.receipts, event.notice, event.at);
      return receipts === before.receipts ? before : { ...before, receipts };
    }
    case 'DeliveryReported':
      return { ...before, deliveries: afterReport(before.deliveries ?? noDeliveries, event, event.at) };
    case 'ConsentGiven':
      return { ...before, consentAt: before.consentAt ?? event.at };
    case 'CustomerConnected':
      return { ...before, customerGoneSince: null };
    case 'CustomerDisconnected':
      return { ...before, customerGoneSince: before.customerGoneSince ?? event.at };
    case 'ConversationElevated':
      return { ...before, elevated: true };
    case 'SentimentScored': {
      const scores = [...before.sentiment.scores, event.score].slice(-6);
      return { ...before, sentiment: { scores, armed: event.armed } };
    }
    case 'SentimentAlerted':
      return { ...before, sentiment: { ...before.sentiment, armed: false } };
    default:
      return before;
  }
}

function opened(event: Fact<'ConversationOpened'>): Conversation {
  const { id, workstream, channel, kind, queue, customer, subject, context, previous, units, at } = event;
  const base: ConversationBase = {
    id,
    version: 0,
    workstream,
    channel,
    kind,
    queue,
    customer,
    subject,
    context,
    previous,
    units,
    openedAt: at,
    since: at,
    primarySince: event.bot ? at : null,
    queuedAt: at,
    entered: {},
    quietSince: at,
    transfers: 0,
    elevated: false,
    consultants: [],
    consultees: [],
    publicOffset: 0,
    lastPublic: null,
    reply: freshReplyClock,
    sentiment: { scores: [], armed: true },
    receipts: [],
    consentAt: null,
    customerGoneSince: null,
    declined: {},
    lastMove: null,
    hand: null,
    handMove: null,
  };
  const state = event.bot ? 'active' : 'open';
  const entered = { ...base, entered: { [state]: at } };
  if (!event.bot) return { ...entered, state: 'open' };
  return {
    ...entered,
    state: 'active',
    phase: 'engaged',
    primary: { kind: 'bot', id: event.bot },
    pending: null,
    handover: null,
  };
}

function engaged(before: Conversation, event: Fact<'ConversationEngaged'>, primary: Holder): Conversation {
  const offer = offerOf(before);
  // A transfer that is still pending survives the return of its primary (T6).
  const pending = before.state === 'waiting' ? before.pending : null;
  const handover = before.state === 'waiting' ? null : (offer?.handover ?? null);
  const isBack = before.state === 'waiting' && before.primary.id === primary.id;
  return {
    ...leaveRoles(enter(before, event, 'active'), primary.id),
    state: 'active',
    phase: 'engaged',
    primarySince: isBack ? before.primarySince : event.at,
    primary,
    pending,
    handover,
  };
}

/** Back to the queue; with a pending transfer the offer decides (T6). */
function backToQueue(before: Conversation, event: Fact<'ConversationReleased' | 'CustomerCameBack'>): Conversation {
  const offer = offerOf(before);
  const base = { ...bare(before), primarySince: null, queuedAt: event.at };
  if (offer) return { ...enter(base, event, 'active'), state: 'active', phase: 'offered', offer };
  return { ...enter(base, event, 'open'), state: 'open' };
}

function transferred(before: Conversation, event: Fact<'ConversationTransferred'>): Conversation {
  const base = leaveRoles(enter(before, event, 'active'), event.to);
  const consultee = { id: event.from.id, since: event.at, spoke: false };
  return {
    ...base,
    consultants: event.stays ? base.consultants.filter((c) => c.id !== event.from.id) : base.consultants,
    consultees: event.stays ? [...base.consultees.filter((c) => c.id !== event.from.id), consultee] : base.consultees,
    transfers: before.transfers + 1,
    primarySince: event.at,
    state: 'active',
    phase: 'engaged',
    primary: { kind: 'agent', id: event.to },
    pending: null,
    handover: event.handover,
  };
}

function said(before: Conversation, { message, at }: Fact<'MessageAdded'>): Conversation {
  const consultees =
    message.from.kind === 'consultee'
      ? before.consultees.map((c) => (c.id === message.from.id ? { ...c, spoke: true } : c))
      : before.consultees;
  return {
    ...before,
    consultees,
    publicOffset: before.publicOffset + 1,
    lastPublic: message,
    quietSince: at,
    reply: countReply(before.reply, message),
  };
}

function enter(
  c: Conversation | ConversationBase,
  event: ConversationEvent,
  state: Conversation['state'],
): ConversationBase {
  const base = 'state' in c ? bare(c) : c;
  const same = 'state' in c && c.state === state && state !== 'open';
  return {
    ...base,
    since: same ? base.since : event.at,
    quietSince: event.at,
    entered: same ? base.entered : { ...base.entered, [state]: event.at },
    lastMove: moveOf(event),
  };
}

const decline = (c: Conversation, agent: string, until: number | null): ConversationBase =>
  until === null ? bare(c) : { ...bare(c), declined: { ...c.declined, [agent]: until } };

const leaveRoles = (c: ConversationBase, id: string): ConversationBase => ({
  ...c,
  consultants: c.consultants.filter((p) => p.id !== id),
  consultees: c.consultees.filter((p) => p.id !== id),
});

function holder(c: Conversation): Holder {
  const primary = primaryOf(c);
  if (!primary) throw new TypeError(`conversation ${c.id} has no primary in ${c.state}`);
  return primary;
}

function withPending(c: Conversation, pending: ReturnType<typeof offerOf>): Conversation {
  return c.state === 'waiting' || (c.state === 'active' && c.phase === 'engaged') ? { ...c, pending } : c;
}
