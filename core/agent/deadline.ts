import type { Time } from '../words.ts';
import type { Agent } from './agent.ts';
import { UNREACHABLE_LIMIT_MS } from './agent.ts';

/** When an agent must next be looked at: the end of the unreachable limit, once; null while nothing runs (K5). */
export const agentDueAt = (agent: Agent): Time | null =>
  agent.unreachableSince === null || agent.lost ? null : agent.unreachableSince + UNREACHABLE_LIMIT_MS;
