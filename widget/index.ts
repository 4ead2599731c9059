export { LiveClient, shareClient } from './client/index.ts';
export type { LiveStatus, Outcome, SignIn } from './client/index.ts';
export { FloorwalkAgents } from './elements/agents/agents.ts';
export { FloorwalkAssign } from './elements/assign/assign.ts';
export { FloorwalkFloor } from './elements/floor/floor.ts';
export { FloorwalkMonitor } from './elements/monitor/monitor.ts';
export { FloorwalkSupervisor } from './elements/supervisor/supervisor.ts';
export { FloorwalkTransfer } from './elements/transfer/transfer.ts';
export { CommandRequestedEvent, ConversationSelectedEvent, PanelClosedEvent } from './events/floor-events.ts';
