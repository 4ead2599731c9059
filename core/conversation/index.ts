export { offerOf, primaryOf } from './conversation.ts';
export type {
  Consultant,
  Consultee,
  Conversation,
  ConversationBase,
  Customer,
  Engaged,
  LastMove,
  Offered,
  Outcome,
  RecordContext,
} from './conversation.ts';
export { customerNoticeKinds } from './customer-notice.ts';
export type { CustomerNoticeKind } from './customer-notice.ts';
export type { Handover, Holder, Offer, OfferEnd } from './custody.ts';
export { deliveryOf, deliveryOutcomes, noDeliveries } from './deliveries.ts';
export type { Deliveries, DeliveryOutcome, DeliveryReport, Undelivered } from './deliveries.ts';
export type { ConversationEvent, Engagement } from './events.ts';
export { isInternal } from './events.ts';
export { MAX_TEXT } from './message.ts';
export type { Author, Message } from './message.ts';
export { noticeKinds, staffOnly } from './notice.ts';
export type { Notice, NoticeKind } from './notice.ts';
export type { ConversationCommand, ConversationCommandType, Override } from './commands.ts';
export { autoCloseAt, conversationDueAt, customerLostAt } from './deadlines.ts';
export { decide } from './decide.ts';
export type { Ask, Decision, Settled } from './decide/decision.ts';
export { evolveConversation } from './evolve.ts';
export { completeConversation } from './complete.ts';
export { MAX_HAND } from './hand.ts';
export type { Hand, HandMove } from './hand.ts';
export { draftHandover } from './handover.ts';
export { holdings } from './holdings.ts';
export type { Holding } from './holdings.ts';
export { isSilenced, noticesFor } from './notices.ts';
export { receiptOf } from './receipts.ts';
export type { Receipt, Receipts } from './receipts.ts';
export { medianReplyMs } from './reply-clock.ts';
export { mayHappen, situationOf } from './transitions.ts';
export type { Situation } from './transitions.ts';
