export { LEASE_MS, UNREACHABLE_LIMIT_MS } from './agent.ts';
export type { Agent, AgentCommand, AgentEvent, ManualPresence } from './agent.ts';
export { consequences } from './consequences.ts';
export type { Consequence } from './consequences.ts';
export { agentDueAt } from './deadline.ts';
export { decideAgent } from './decide.ts';
export type { AgentMoment } from './decide.ts';
export { evolveAgent, initialAgent } from './evolve.ts';
export { isReachable, routingPresence } from './presence.ts';
