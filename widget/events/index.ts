export { CustomerMessageEvent, CustomerTypingEvent } from './customer-events.ts';
export { DetailChangedEvent } from './desk-events.ts';
export {
  AgentSelectedEvent,
  AttentionChangedEvent,
  CommandRequestedEvent,
  ConversationSelectedEvent,
  PanelClosedEvent,
} from './floor-events.ts';
export {
  DraftRequestedEvent,
  MessageSubmittedEvent,
  PlaneChangedEvent,
  RetryRequestedEvent,
  TypingEvent,
} from './message-events.ts';
