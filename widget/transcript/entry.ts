import type { Plane } from '@floorwalk/core';
import type { Message, Notice } from '@floorwalk/core/conversation';

/** How a text of this reader's own is doing until it comes back from the server. */
export type SendingStatus = 'sending' | 'sent' | 'failed';

/**
 * Whether the customer has seen a notice: when, or not yet, or that the channel never says. As on the wire: `channel`
 * false means that the channel sends no receipts.
 */
export type Receipt =
  'none' | { readonly seenAt?: number | null | undefined; readonly channel?: boolean | undefined } | null | undefined;

/** What is known of a line besides itself: how it fared on the customer's channel, and whom Teams may not have shown it (N2). */
interface Fate {
  readonly delivery?: 'sent' | 'delivered' | 'failed' | 'unknown' | undefined;
  /** Names of supervisors. */
  readonly unshown?: string | undefined;
}

/** One line of the merged transcript that staff read. */
export type TranscriptEntry =
  | (Message & Fate & { readonly type: 'message'; readonly plane: Plane; readonly status?: SendingStatus | undefined })
  | (Omit<Notice, 'twin'> & Fate & { readonly type: 'notice'; readonly plane: Plane; readonly receipt?: Receipt });

/** Who reads, and what was new since: what the lines need to know besides themselves. */
export interface TranscriptReader {
  /** The reader's own id, so that their words are said to be theirs. */
  readonly self: string;
  readonly customer: string;
  /** Whether notes of others may be made drafts for the customer (B4). */
  readonly mayDraft: boolean;
}
