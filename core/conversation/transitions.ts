import type { Conversation } from './conversation.ts';
import type { ConversationEvent } from './events.ts';

/** Where a conversation stands, with the two phases of `active` apart and `none` before it exists. */
export type Situation = 'none' | 'open' | 'offered' | 'engaged' | 'waiting' | 'wrap-up' | 'closed';

export const situationOf = (c: Conversation | undefined): Situation =>
  c === undefined ? 'none' : c.state === 'active' ? c.phase : c.state;

const live = ['open', 'offered', 'engaged', 'waiting', 'wrap-up'] as const;

/** The one table of transitions (C1): from which situations an event may happen. What is not here cannot. */
const from: Readonly<Record<ConversationEvent['type'], readonly Situation[]>> = {
  ConversationOpened: ['none'],
  ConversationOffered: ['open'],
  OfferEnded: ['offered'],
  ConversationEngaged: ['open', 'offered', 'waiting'],
  ConversationRequeued: ['open'],
  ConversationReleased: ['engaged', 'waiting'],
  ConversationParked: ['engaged'],
  CustomerCameBack: ['waiting'],
  TransferOffered: ['engaged', 'waiting'],
  ConversationTransferred: ['engaged', 'waiting'],
  TransferEnded: ['engaged', 'waiting'],
  ConversationEnded: ['engaged'],
  UnitsReleased: ['wrap-up'],
  DeadlineMoved: live,
  ConversationClosed: live,
  ConsultantJoined: ['engaged', 'wrap-up'],
  ConsultantLeft: live,
  ConsulteeLeft: live,
  HandRaised: ['engaged', 'wrap-up'],
  HandClaimed: ['engaged', 'wrap-up'],
  HandLowered: ['engaged', 'wrap-up'],
  MessageAdded: live,
  NoticeAdded: [...live, 'closed'],
  NoticeSeen: [...live, 'closed'],
  DeliveryReported: [...live, 'closed'],
  ConsentGiven: live,
  CustomerConnected: live,
  CustomerDisconnected: live,
  ConversationElevated: ['engaged'],
  SentimentScored: [...live, 'closed'],
  SentimentAlerted: live,
};

/** Whether the table allows this event now (C1). */
export const mayHappen = (c: Conversation | undefined, event: ConversationEvent): boolean =>
  from[event.type].includes(situationOf(c));
