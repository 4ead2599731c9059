import type { Actor, Plane, Refusal } from '@floorwalk/core';
import type { AgentCommand } from '@floorwalk/core/agent';
import type { Conversation, ConversationCommand, Message, Notice } from '@floorwalk/core/conversation';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import type { Floor, FloorBody, LedgerDifference, ViewsCommand } from '@floorwalk/core/floor';
import type { Verified } from '../audit/verify-audit.ts';
import type { AuditEntry, Position } from '../store/store.ts';

/** One request to one aggregate; HTTP, sockets, timers and distribution all end here. */
export type Request =
  | { readonly of: 'conversation'; readonly id: string; readonly command: ConversationCommand }
  | { readonly of: 'agent'; readonly id: string; readonly command: AgentCommand }
  /** Monitoring: `connection` is one page's lease on it (M3). */
  | { readonly of: 'roster'; readonly id: string; readonly command: RosterRequest }
  /** The saved views of whoever asks, and the shared ones (F6). */
  | { readonly of: 'views'; readonly command: ViewsCommand }
  | DirectoryRequest;

/** Saves an entry, and with it in the same step `also`. Refused with `version` where an entry is not as `expect` says. */
export interface DirectoryRequest {
  readonly of: 'directory';
  readonly entry: DirectoryEntry;
  readonly also?: readonly DirectoryEntry[];
  /** Versions by `<kind>:<id>`; 0: there is none yet. What is not named is not looked at. */
  readonly expect?: Readonly<Record<string, number>>;
}

/** `Unwatch` ends one page's lease, or with `person` all pages of that person. `Doubt` is about the caller. */
export type RosterRequest =
  | { readonly type: 'Watch' | 'Unwatch'; readonly connection: string; readonly person?: string }
  | { readonly type: 'Doubt'; readonly entries: readonly string[] };

export interface Options {
  /** Client-made id: the same id again answers with the first result (P4). */
  readonly commandId?: string;
  /** What if: decides, answers what would happen, writes nothing (A7). */
  readonly dryRun?: boolean;
}

/** What a carried out command answers; JSON-safe, kept for repeats. */
export interface Done {
  /** The aggregate's id. */
  readonly id: string;
  readonly version: number;
  /** The conversation's state afterwards, if it is one. */
  readonly state?: string;
  /** Excess units where capacity was overridden (A4). */
  readonly excess?: number;
  /** In a what-if of a forced close: what the customer would read, and in which language; null where they are not told (B1). */
  readonly customerReads?: { readonly words: string; readonly lang: string } | null;
  /** A customer who wrote after the end: the new conversation that took the text (C1). */
  readonly movedTo?: string;
}

type Entry = ({ readonly type: 'message' } & Message) | ({ readonly type: 'notice' } & Notice);
/** One entry of the public plane; the only kind that a customer's side can be given (P1). */
export type PublicItem = { readonly offset: number; readonly plane: 'public'; readonly after?: never } & Entry;
/** One entry of the internal plane; `after` is the public offset it follows. */
export type InternalItem = { readonly offset: number; readonly plane: 'internal'; readonly after?: number } & Entry;
/** One entry of a conversation's plane as stored and sent to staff. */
export type PlaneItem = PublicItem | InternalItem;
export type ItemOf<P extends Plane> = P extends 'public' ? PublicItem : InternalItem;

/** One committed change of the tenant, already folded into `floor`, in the order of the floor feed. */
export interface Folded {
  readonly offset: number;
  readonly body: FloorBody;
  /** Entries this commit appended, with their offsets. */
  readonly items: readonly ({ readonly conversation: string } & PlaneItem)[];
  /** Agents whose load this lowered. */
  readonly freed: readonly string[];
}

/** A part of the floor feed as far as it was public; `position` is where it ends, `spoken` the last commit of it that was, `isAll` whether nothing follows yet. */
export interface Said {
  readonly items: readonly ({ readonly conversation: string } & PublicItem)[];
  readonly position: Position;
  readonly spoken: number | undefined;
  readonly isAll: boolean;
}

/** One tenant in this server: its live floor, its commands and its feed. */
export interface Tenant {
  readonly id: string;
  /** Live copy; read only outside the engine. */
  readonly floor: Floor;
  readonly epoch: string;
  /** Newest folded floor offset. */
  readonly offset: number;
  now(): number;
  /** Carries out a command: answered after its own fold. Never rejects for a refusal. */
  run(actor: Actor, request: Request, options?: Options): Promise<Done | Refusal>;
  /** Calls after each fold, synchronously, in order; the result stops it. */
  onFold(listener: (folded: Folded) => void): () => void;
  /** Resolves once everything that any server had committed when this was asked for is folded here. */
  settle(): Promise<void>;
  /** Called when everything was read again from the store (history lost); sessions must be closed with `reloaded`. */
  onReload(listener: () => void): () => void;
  /** A conversation, closed ones included, loaded from the store where it is not on the floor. */
  conversation(id: string): Promise<Conversation | undefined>;
  /** A plane after an offset, oldest first. */
  readPlane<P extends Plane>(
    conversation: string,
    plane: P,
    since: number,
    limit: number,
  ): Promise<readonly ItemOf<P>[]>;
  /** What was said in public after a place in the floor feed, as far as `limit` commits reach; undefined: what followed it is not kept. */
  readSaid(since: Position, limit: number): Promise<Said | undefined>;
  /** Ids of conversations by `context:<type>:<id>` or `customer:<id>`, newest first. */
  find(key: string, limit: number): Promise<readonly string[]>;
  readAudit(since: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Lines of the record before an offset, newest first. */
  readAuditBack(before: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Whether the record is as it was sealed (R4); at most one reads it all at a time. */
  verifyAudit(): Promise<Verified>;
  /** Writes an audit line for a read that is not a command, such as an export (M8). */
  noteRead(actor: Actor, what: string, conversation: string): Promise<void>;
  /** Where the stored ledger differs from what the stored states imply; empty: they agree (K3). */
  auditLedger(): Promise<readonly LedgerDifference[]>;
  /** Makes the stored ledger what the states imply, with a line of the record for each difference; answers what it repaired (K3). */
  repairLedger(actor: Actor): Promise<readonly LedgerDifference[] | Refusal>;
}

export interface Engine {
  /** The tenant, loaded on first use and then kept. */
  tenant(id: string): Promise<Tenant>;
  /** Stops timers, flushes commits, stops following; the store stays open. */
  close(): Promise<void>;
}

/** The clock port (X1): every duration and deadline. A sandbox runs at a factor; tests step it. */
export interface Clock {
  now(): number;
  /** Calls once when what is left until `at` has passed, also where the clock is set back meanwhile; the result cancels. */
  at(at: number, call: () => void): () => void;
}
