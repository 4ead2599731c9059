import type { Channel, QueueKind, Time } from '../words.ts';
import type { Message } from './message.ts';
import type { Handover, Holder, Offer, OfferEnd } from './custody.ts';
import type { Deliveries } from './deliveries.ts';
import type { Hand, HandMove } from './hand.ts';
import type { Receipts } from './receipts.ts';

export interface Customer {
  readonly name: string;
  /** The customer's id at the integration or site, if known. */
  readonly id?: string;
  readonly locale?: string;
}

/** The CRM record that the conversation is about (C3). */
export interface RecordContext {
  readonly type: string;
  readonly id: string;
}

/** A former primary who stayed (T3); `spoke` once they wrote publicly after the transfer. */
export interface Consultee {
  readonly id: string;
  readonly since: Time;
  readonly spoke: boolean;
}
export interface Consultant {
  readonly id: string;
  readonly since: Time;
  /** The notice by which the customer was told of them; absent where the customer was not (N2). */
  readonly notice?: string;
}

/** The reply clock: what targets, waits and the monitor's times are computed from. */
export interface ReplyClock {
  /** First customer message that has no public answer yet. */
  readonly unansweredSince: Time | null;
  readonly lastCustomerAt: Time | null;
  readonly lastReplyAt: Time | null;
  readonly lastReplyMs: number | null;
  /** The latest reply times in milliseconds, at most 50. */
  readonly replyMs: readonly number[];
  readonly replied: boolean;
  /** How many public messages the customer has written: what is unread is counted from it, without any text. */
  readonly customerMessages: number;
}

/** Customer mood: scores −1 … 1 of at most six latest customer messages, newest last; null where the language is not supported (S1). */
export interface SentimentState {
  readonly scores: readonly (number | null)[];
  /** Whether the queue's alert may be raised again (S3). */
  readonly armed: boolean;
}

/** Who moved a conversation last: `did` is the event's type, `how` says how an offer or transfer ended without acceptance. */
export interface LastMove {
  readonly person: string;
  readonly at: Time;
  readonly did: string;
  readonly how?: OfferEnd;
  /** The agent or queue it went to, where that is somebody else than who did it. */
  readonly to?: string;
}

/** Fields true of a conversation in every state. */
export interface ConversationBase {
  readonly id: string;
  readonly version: number;
  readonly workstream: string;
  readonly channel: Channel;
  readonly kind: QueueKind;
  readonly queue: string;
  readonly customer: Customer;
  readonly subject: string;
  readonly context: RecordContext | null;
  readonly previous: string | null;
  /** Units it costs whoever holds it, fixed when it was opened (K3). */
  readonly units: number;
  readonly openedAt: Time;
  /** When the present state began. */
  readonly since: Time;
  /** Since when the present primary has it, parked and after-work included; null without one. */
  readonly primarySince: Time | null;
  /** When it entered its present queue. */
  readonly queuedAt: Time;
  /** When each state was last entered. */
  readonly entered: Readonly<Partial<Record<string, Time>>>;
  /** The clock that auto-close counts from (C4). */
  readonly quietSince: Time;
  readonly transfers: number;
  readonly elevated: boolean;
  readonly consultants: readonly Consultant[];
  readonly consultees: readonly Consultee[];
  /** Number of entries on the public plane so far; the next gets this + 1. */
  readonly publicOffset: number;
  readonly lastPublic: Message | null;
  readonly reply: ReplyClock;
  readonly sentiment: SentimentState;
  readonly receipts: Receipts;
  /** Absent until an integration says how a delivery went (N2). */
  readonly deliveries?: Deliveries;
  readonly consentAt: Time | null;
  /** When the live-chat customer's last connection went, null while there or where it does not apply. */
  readonly customerGoneSince: Time | null;
  /** Who rejected or missed it, and until when push leaves them alone (D1). */
  readonly declined: Readonly<Record<string, Time>>;
  /** The last act that moved it, for the loser of a race (A6). */
  readonly lastMove: LastMove | null;
  /** The agent's raised hand, while it is up (B3). */
  readonly hand: Hand | null;
  /** Who claimed or lowered the last hand. */
  readonly handMove: HandMove | null;
}

/** How a conversation ended; exactly one, given once. */
export type Outcome =
  'endedByAgent' | 'endedByCustomer' | 'customerGone' | 'unanswered' | 'timer' | 'forceClosed' | 'endedByBot';

/** A conversation is exactly one of these (C2); each arm has only the fields true of it. */
export type Conversation = ConversationBase &
  (
    | { readonly state: 'open' }
    | { readonly state: 'active'; readonly phase: 'offered'; readonly offer: Offer }
    | {
        readonly state: 'active';
        readonly phase: 'engaged';
        readonly primary: Holder;
        readonly pending: Offer | null;
        readonly handover: Handover | null;
      }
    | { readonly state: 'waiting'; readonly primary: Holder; readonly pending: Offer | null }
    | {
        readonly state: 'wrap-up';
        readonly primary: Holder;
        readonly outcome: Outcome;
        /** Whether the after-work still holds units, and until when; null: until it closes (K3). */
        readonly unitsHeld: boolean;
        readonly unitsUntil: Time | null;
      }
    | { readonly state: 'closed'; readonly primary: Holder | null; readonly outcome: Outcome }
  );

export type Engaged = Extract<Conversation, { phase: 'engaged' }>;
export type Offered = Extract<Conversation, { phase: 'offered' }>;

/** Who holds it now or held it last: the primary in every state that keeps one, else null. */
export const primaryOf = (c: Conversation): Holder | null => ('primary' in c ? c.primary : null);
/** The offer that is running, whether a first one or a transfer's; null otherwise. */
export const offerOf = (c: Conversation): Offer | null => ('offer' in c ? c.offer : 'pending' in c ? c.pending : null);
