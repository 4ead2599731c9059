import type { Time } from '../words.ts';

/** One person who monitors a conversation, on however many pages (M3, M5). */
export interface Watcher {
  readonly id: string;
  readonly since: Time;
  /** Connection id → the server that holds it, so that a dead server's watchers can be removed. */
  readonly connections: Readonly<Record<string, string>>;
  /** Ids of entries of which it is not known whether this person was shown them elsewhere, as in Teams. Absent: none. */
  readonly doubted?: readonly string[];
}

/** Who monitors one conversation: an aggregate of its own, so that watching writes nothing to the conversation (M2). */
export interface Roster {
  /** The conversation's id. */
  readonly id: string;
  readonly version: number;
  readonly watchers: readonly Watcher[];
}

export type RosterEvent = { readonly at: Time; readonly by: string } & (
  | { readonly type: 'WatchStarted'; readonly person: string; readonly connection: string; readonly server: string }
  | { readonly type: 'WatchEnded'; readonly person: string; readonly connection: string }
  /** Replaces what was in doubt before. */
  | { readonly type: 'LinesDoubted'; readonly person: string; readonly entries: readonly string[] }
);
