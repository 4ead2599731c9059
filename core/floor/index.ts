export { isWorkingAgent, loadOf, viewAgent, viewAgents } from './agent-view.ts';
export type { AgentView } from './agent-view.ts';
export type { Change, FloorBody } from './entry.ts';
export type { Floor } from './floor.ts';
export { emptyFloor, evolveByChange, foldFloor } from './fold.ts';
export { applyLedger, auditLedger, ledgerLines, ledgerWrites } from './ledger.ts';
export type { LedgerDifference, LedgerLine } from './ledger.ts';
