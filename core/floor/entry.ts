import type { AgentEvent } from '../agent/agent.ts';
import type { ConversationEvent } from '../conversation/events.ts';
import type { DirectorySaved } from '../directory/directory.ts';
import type { RosterEvent } from '../supervision/roster.ts';
import type { LedgerLine } from './ledger.ts';
import type { ViewsEvent } from './saved-views.ts';

/** One aggregate's part of a commit: its events and the version they lead to. */
export type Change =
  | {
      readonly of: 'conversation';
      readonly id: string;
      readonly version: number;
      readonly events: readonly ConversationEvent[];
    }
  | { readonly of: 'agent'; readonly id: string; readonly version: number; readonly events: readonly AgentEvent[] }
  | { readonly of: 'roster'; readonly id: string; readonly version: number; readonly events: readonly RosterEvent[] }
  | {
      readonly of: 'directory';
      readonly id: string;
      readonly version: number;
      readonly events: readonly DirectorySaved[];
    }
  | { readonly of: 'views'; readonly id: string; readonly version: number; readonly events: readonly ViewsEvent[] };

/** What one commit says to every server: everything that changed, in one step. Folded by `evolveFloor`. */
export interface FloorBody {
  readonly changes: readonly Change[];
  /** Lines of a repaired ledger; otherwise the ledger follows from the changes (K3). */
  readonly ledger?: readonly LedgerLine[];
}
