import type { Commit, CommitOutcome, Erased } from '../store.ts';

/** What the thread that writes is asked to do. */
export type WriteTask =
  | { readonly kind: 'commit'; readonly tenant: string; readonly commits: readonly Commit[]; readonly now: number }
  | { readonly kind: 'erase'; readonly tenant: string; readonly conversations: readonly Erased[]; readonly now: number }
  | { readonly kind: 'lease'; readonly tenant: string; readonly key: string; readonly until: number }
  | { readonly kind: 'dropLease'; readonly tenant: string; readonly key: string }
  | { readonly kind: 'ping' };

/** What each kind of task answers once it is on the disk. */
export interface WriteAnswers {
  readonly commit: readonly CommitOutcome[];
  readonly erase: undefined;
  readonly lease: undefined;
  readonly dropLease: undefined;
  readonly ping: undefined;
}

/** One task under its number. */
export interface WriteOrder {
  readonly number: number;
  readonly task: WriteTask;
}

/** What became of it: an answer, or why nothing of it was written, with SQLite's code, which an error loses between threads. */
export type WriteReport =
  | { readonly number: number; readonly answer: WriteAnswers[WriteTask['kind']] }
  | { readonly number: number; readonly cause: Error; readonly errcode: unknown };

/** What the thread is started with. */
export interface WriteSettings {
  readonly path: string;
  readonly keepFloor: number;
  readonly keepAuditMs: number | undefined;
  readonly rememberMs: number;
}
