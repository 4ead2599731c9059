export { LiveClient, shareClient } from './client/index.ts';
export type { LiveStatus, Outcome, SignIn } from './client/index.ts';
export { FloorwalkAgent } from './elements/agent/agent.ts';
export { FloorwalkAgents } from './elements/agents/agents.ts';
export { FloorwalkAssign } from './elements/assign/assign.ts';
export { FloorwalkAudit } from './elements/audit/audit.ts';
export { FloorwalkFloor } from './elements/floor/floor.ts';
export { FloorwalkMonitor } from './elements/monitor/monitor.ts';
export { FloorwalkSettings } from './elements/settings/settings.ts';
export { FloorwalkSupervisor } from './elements/supervisor/supervisor.ts';
export { FloorwalkTeams } from './elements/teams/teams.ts';
export { FloorwalkTransfer } from './elements/transfer/transfer.ts';
export {
  AgentSelectedEvent,
  AttentionChangedEvent,
  CommandRequestedEvent,
  ConversationSelectedEvent,
  DraftRequestedEvent,
  MessageSubmittedEvent,
  PanelClosedEvent,
  PlaneChangedEvent,
  RetryRequestedEvent,
  TypingEvent,
} from './events/index.ts';
