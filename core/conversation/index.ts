export { offerOf, primaryOf } from './conversation.ts';
export type {
  Consultant,
  Consultee,
  Conversation,
  ConversationBase,
  Customer,
  Engaged,
  Offered,
  Receipt,
  RecordContext,
} from './conversation.ts';
export type { Handover, Holder, Offer, OfferEnd } from './custody.ts';
export type { ConversationEvent, Engagement, Outcome } from './events.ts';
export { isInternal } from './events.ts';
export { MAX_TEXT } from './message.ts';
export type { Author, Message } from './message.ts';
export { noticeKinds } from './notice.ts';
export type { Notice, NoticeKind } from './notice.ts';
export type { ConversationCommand, ConversationCommandType, Moment, Override } from './commands.ts';
