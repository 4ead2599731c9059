/** The families of stored state. `directory` ids are `<kind>:<id>`. */
export type Family = 'conversation' | 'agent' | 'roster' | 'directory' | 'views';

/** Where a reader stands in a feed. Offsets count from 1 without gaps; an epoch is one uninterrupted history. */
export interface Position {
  readonly epoch: string;
  readonly offset: number;
}

/** The version an aggregate must have, and what replaces it. Without `state` it is checked only. */
export interface Expect {
  readonly family: Family;
  readonly id: string;
  /** 0: must not exist. The stored version after a write is `version + 1`. */
  readonly version: number;
  /** JSON of the new state. */
  readonly state?: string;
  /** True once the aggregate is final: it leaves `snapshot` but stays readable by `load` (closed conversations). */
  readonly final?: boolean;
  /** When it next needs a tick; null for never. Absent: unchanged. */
  readonly dueAt?: number | null;
  /** Lookup keys to find it by, such as `context:case:42`; added, never removed. */
  readonly index?: readonly string[];
}

/** One line of the ledger of `agent`: `units` held for `entry` (a conversation's id); 0 removes it (K3). */
export interface LedgerWrite {
  readonly agent: string;
  readonly entry: string;
  readonly units: number;
  /** Refuse the whole commit if the agent's load after it would exceed this. */
  readonly atMost?: number;
}

/** One entry of a conversation's plane. `public` offsets are known to the caller, `internal` ones the store assigns. */
export interface Append {
  readonly conversation: string;
  readonly plane: 'public' | 'internal';
  /** JSON. */
  readonly body: string;
}

export interface Commit {
  /** Client-made; the same id again answers with the first result (P4). Empty: not remembered. */
  readonly commandId: string;
  readonly epoch: string;
  readonly expect: readonly Expect[];
  readonly ledger: readonly LedgerWrite[];
  readonly append: readonly Append[];
  /** JSON for the floor feed: what every server folds; empty: none. */
  readonly floor: string;
  /** JSON lines of the audit feed (R4). */
  readonly audit: readonly string[];
  /** JSON kept with the command id and returned to a repeat. */
  readonly answer: string;
}

export type CommitOutcome =
  /** Written in one atomic step. `floorOffset` is 0 without a floor body; `appended[i]` is the offset of `append[i]`. */
  | { readonly outcome: 'committed'; readonly floorOffset: number; readonly appended: readonly number[] }
  /** This command id was committed before; nothing was written now. */
  | { readonly outcome: 'repeated'; readonly answer: string }
  /** A version differed; nothing was written. `versions` is what is stored now, by position in `expect`. */
  | { readonly outcome: 'conflict'; readonly versions: readonly number[] }
  /** `atMost` was exceeded; nothing was written. */
  | { readonly outcome: 'full'; readonly agent: string; readonly load: number }
  /** The store's history is another one; nothing was written. Reload from `snapshot`. */
  | { readonly outcome: 'epoch'; readonly epoch: string };

export interface FloorEntry {
  readonly offset: number;
  readonly commandId: string;
  /** Offsets assigned to the commit's appends, in order. */
  readonly appended: readonly number[];
  /** The floor body as committed. */
  readonly body: string;
}

export interface Stored {
  readonly family: Family;
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** Everything live of a tenant at one position, read in one step. */
export interface Snapshot {
  readonly position: Position;
  /** Not `final` aggregates. */
  readonly aggregates: readonly Stored[];
  readonly ledger: readonly { readonly agent: string; readonly entry: string; readonly units: number }[];
}

/** A page of a feed after `since`. `stale`: `since` is before what is kept, or after the end, or of another epoch. */
export type Page<Entry> =
  | { readonly stale: false; readonly entries: readonly Entry[]; readonly position: Position }
  | { readonly stale: true; readonly base: number; readonly position: Position };

export interface PlaneEntry {
  readonly offset: number;
  readonly body: string;
}

export interface AuditEntry {
  readonly offset: number;
  readonly body: string;
}

export interface Due {
  readonly tenant: string;
  readonly family: Family;
  readonly id: string;
  readonly at: number;
}

export interface DuePage {
  readonly due: readonly Due[];
  readonly nextAt: number | null;
  /** Names tenants that are missing because they could not be read, where others could. */
  readonly trouble: Error | null;
}

/** What is dropped of a conversation: what was said on both planes, its id under lookup keys, and what commands answered. */
export interface Erased {
  readonly id: string;
  readonly keys: readonly string[];
  /** Command ids whose answers are forgotten. */
  readonly commands: readonly string[];
}

/**
 * Where all state lives; owned by the server, implemented by SQLite and Redis, proven by one contract suite.
 * It knows nothing of conversations: it stores JSON under versions, in one atomic step per commit.
 * Commits of one tenant take effect in the order of their floor offsets. Every method rejects only when the
 * database cannot be reached or answers something that cannot be parsed.
 */
export interface Store {
  /** Which database this is, for logs and `/readyz`, and what an acknowledged commit is worth. */
  readonly name: 'sqlite' | 'redis';
  readonly worth: string;
  /** Commits a group in one round trip; `outcomes[i]` belongs to `commits[i]`, and each sees those before it. */
  commit(tenant: string, commits: readonly Commit[]): Promise<readonly CommitOutcome[]>;
  /** The stored state, final ones included; undefined if it never existed. */
  load(tenant: string, family: Family, id: string): Promise<Stored | undefined>;
  /** Ids that a commit indexed under this key, newest first, at most `limit`. */
  find(tenant: string, key: string, limit: number): Promise<readonly string[]>;
  snapshot(tenant: string): Promise<Snapshot>;
  readFloor(tenant: string, since: Position, limit: number): Promise<Page<FloorEntry>>;
  /** A conversation's plane after `since` (an offset); offsets of a plane start at 1. */
  readPlane(
    tenant: string,
    conversation: string,
    plane: 'public' | 'internal',
    since: number,
    limit: number,
  ): Promise<readonly PlaneEntry[]>;
  /** Audit lines after `since`, oldest first. */
  readAudit(tenant: string, since: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Audit lines before an offset, newest first. */
  readAuditBack(tenant: string, before: number, limit: number): Promise<readonly AuditEntry[]>;
  /**
   * Drops what these conversations hold, and floor entries but the newest, so that readers behind it find them stale.
   * Nobody can read it any more; the database's own files may hold bytes of it until `clean`.
   */
  erase(tenant: string, conversations: readonly Erased[]): Promise<void>;
  /**
   * Once it resolves, the database's own files and dumps made from it hold no byte of what was erased. Does nothing where
   * nothing was, or, with `before`, where the first of it was erased at that time or later. Commits may wait meanwhile.
   */
  clean(before?: number): Promise<void>;
  /** Calls `listener` for each floor entry committed from now on by any server, in order, without a gap or repeat,
   *  this server's own commits included. Resolves once following; the result stops it. `onLost` is called when history
   *  was lost and everything must be read again from `snapshot`. */
  follow(
    tenant: string,
    since: Position,
    listener: (entry: FloorEntry, position: Position) => void,
    onLost: () => void,
  ): Promise<() => Promise<void>>;
  /** Aggregates whose `dueAt` is at or before `now`, soonest first; and when the next one after them is due. */
  due(now: number, limit: number): Promise<DuePage>;
  /** Tenants that have any state. */
  tenants(): Promise<readonly string[]>;
  /** Takes or renews a lease by this key until `until` (store's clock is the caller's `until`); leases are not versioned. */
  lease(tenant: string, key: string, until: number): Promise<void>;
  /** All leases with when they end, ended ones included until dropped. */
  leases(tenant: string): Promise<ReadonlyMap<string, number>>;
  dropLease(tenant: string, key: string): Promise<void>;
  /** Resolves if the database takes commands; rejects with a sentence for the operator that names no address. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
