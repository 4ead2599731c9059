import type { Agent } from '../agent/agent.ts';
import type { Integration } from '../directory/integration.ts';
import type { Person, Policy, Queue, Workstream } from '../directory/directory.ts';
import type { LiveConversations } from './live-conversations.ts';
import type { Roster } from '../supervision/roster.ts';

/** One tenant's live state in a server's memory: the fold of its floor feed. Only `fold.ts` changes it. */
export interface Floor {
  readonly workstreams: Map<string, Workstream>;
  readonly queues: Map<string, Queue>;
  readonly people: Map<string, Person>;
  readonly integrations: Map<string, Integration>;
  policy: Policy;
  /** Versions of directory entries by `<kind>:<id>`. */
  readonly directoryVersions: Map<string, number>;
  /** Not closed ones. */
  readonly conversations: LiveConversations;
  readonly agents: Map<string, Agent>;
  readonly rosters: Map<string, Roster>;
  /** agent → conversation → units held (K3). */
  readonly ledger: Map<string, Map<string, number>>;
}
