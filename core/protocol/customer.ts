// What the customer's page needs of the protocol and nothing of the staff's, so that it loads little (P1).
export type { ChatClientMessage, ChatEntry, ChatServerMessage } from './chat.ts';
export { readChatMessage } from './reading/chat-reader.ts';
export { isShutOut, mayReconnect } from './close.ts';
