import type { Person } from '../directory/directory.ts';
import type { Presence } from '../words.ts';

/** An agent as routing and supervisors see them now: computed, never stored (K2, K3). */
export interface AgentView {
  readonly person: Person;
  /** Routing presence by K2. */
  readonly presence: Presence;
  readonly custom: string | null;
  readonly reachable: boolean;
  readonly unreachableSince: number | null;
  readonly load: number;
  readonly capacity: number;
  /** `capacity - load`; negative when exceeded (A4). */
  readonly free: number;
}
