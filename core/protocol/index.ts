export { close, mayReconnect } from './close.ts';
export type { CloseReason } from './close.ts';
export { parse, parseJson } from './parse.ts';
export type { Parsed } from './parse.ts';
export {
  PROTOCOL_VERSION,
  clientMessage,
  command,
  desk,
  deskItem,
  detail,
  earlierItem,
  serverMessage,
  timelineEntry,
  topic,
} from './live.ts';
export type {
  ClientMessage,
  Command,
  Desk,
  DeskItem,
  Detail,
  EarlierItem,
  ServerMessage,
  TimelineEntry,
  Topic,
} from './live.ts';
export { chatClientMessage, chatEntry, chatServerMessage } from './chat.ts';
export type { ChatClientMessage, ChatEntry, ChatServerMessage } from './chat.ts';
export {
  agentCandidate,
  agentCard,
  candidates,
  floorCounts,
  floorQuery,
  floorRow,
  floorViews,
  queueCandidate,
  rowCommands,
  sortColumns,
} from './floor.ts';
export type {
  AgentCandidate,
  AgentCard,
  Candidates,
  FloorCounts,
  FloorQuery,
  FloorRow,
  FloorView,
  QueueCandidate,
  RowCommand,
  SortColumn,
} from './floor.ts';
export * as http from './http.ts';
export { handover, id, plane, refusal, text } from './common.ts';
