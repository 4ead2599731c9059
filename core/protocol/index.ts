export { close, isShutOut, mayReconnect, remedyFor } from './close.ts';
export type { CloseReason } from './close.ts';
export { parse, parseJson } from './parse.ts';
export type { Parsed } from './parse.ts';
export {
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
  ClientMessageInput,
  Command,
  CommandInput,
  Desk,
  DeskItem,
  Detail,
  EarlierItem,
  ServerMessage,
  TimelineEntry,
  Topic,
  TopicInput,
} from './live.ts';
export { chatClientMessage, chatEntry, chatServerMessage } from './chat.ts';
export type { ChatClientMessage, ChatEntry, ChatServerMessage } from './chat.ts';
export {
  agentCandidate,
  agentCard,
  candidates,
  floorCounts,
  floorLook,
  floorQuery,
  floorRow,
  queueCandidate,
  savedView,
  viewName,
} from './floor.ts';
export type {
  AgentCandidate,
  AgentCard,
  Candidates,
  FloorCounts,
  FloorQuery,
  FloorRow,
  QueueCandidate,
  SavedViewItem,
} from './floor.ts';
export { PROTOCOL_VERSION, floorViews, rowCommands, sortColumns } from './words.ts';
export type { FloorView, RowCommand, SortColumn } from './words.ts';
export * as http from './http.ts';
export {
  readCandidates,
  readDetail,
  readEarlierItem,
  readEntry,
  readFloorChoice,
  readHandover,
  readServerMessage,
} from './reading/staff-reader.ts';
export { handover, id, plane, refusal, text } from './common.ts';
