import type { Agent } from '../agent/agent.ts';
import type { Integration } from '../directory/integration.ts';
import type { Person, Policy, Queue, Workstream } from '../directory/directory.ts';
import type { LiveConversations } from './live-conversations.ts';
import type { Time } from '../words.ts';
import type { Views } from './saved-views.ts';
import type { Roster } from '../supervision/roster.ts';

/** One save of a directory entry, by `<kind>:<id>`. */
export interface DirectorySave {
  readonly entry: string;
  readonly version: number;
  readonly by: string;
  readonly at: Time;
}

/** One tenant's live state in a server's memory: the fold of its floor feed. Only `fold.ts` changes it. */
export interface Floor {
  readonly workstreams: Map<string, Workstream>;
  readonly queues: Map<string, Queue>;
  readonly people: Map<string, Person>;
  readonly integrations: Map<string, Integration>;
  policy: Policy;
  /** Versions of directory entries by `<kind>:<id>`. */
  readonly directoryVersions: Map<string, number>;
  /** The last saves of the directory since this floor was read, oldest first: what an open settings screen is told (C7). */
  readonly directorySaves: DirectorySave[];
  /** Not closed ones. */
  readonly conversations: LiveConversations;
  readonly agents: Map<string, Agent>;
  readonly rosters: Map<string, Roster>;
  /** Saved views by person, and the shared ones (F6). */
  readonly views: Map<string, Views>;
  /** agent → conversation → units held (K3). */
  readonly ledger: Map<string, Map<string, number>>;
}
