// What the customer's client needs of the protocol and nothing of the staff's, so that a chat page loads little (P1).
export { chatClientMessage, chatEntry, chatServerMessage } from './chat.ts';
export type { ChatClientMessage, ChatEntry, ChatServerMessage } from './chat.ts';
export { close, mayReconnect } from './close.ts';
export { parseJson } from './parse.ts';
