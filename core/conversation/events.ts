import type { Channel, Plane, QueueKind, Time } from '../words.ts';
import type { Customer, Outcome, RecordContext } from './conversation.ts';
import type { Handover, Holder, Offer, OfferEnd } from './custody.ts';
import type { DeliveryReport } from './deliveries.ts';
import type { Message } from './message.ts';
import type { Notice } from './notice.ts';

/** How an agent came to hold it. */
export type Engagement =
  'accepted' | 'picked' | 'assigned' | 'resumed' | 'returned' | 'pushed' | 'takenOver' | 'transferred';

/** Facts about one conversation. `by` is a person's id, `customer`, or `system`. */
export type ConversationEvent = { readonly at: Time; readonly by: string } & (
  | {
      readonly type: 'ConversationOpened';
      readonly id: string;
      readonly workstream: string;
      readonly channel: Channel;
      readonly kind: QueueKind;
      readonly queue: string;
      readonly customer: Customer;
      readonly subject: string;
      readonly context: RecordContext | null;
      readonly previous: string | null;
      readonly units: number;
      readonly bot: string | null;
    }
  | { readonly type: 'ConversationOffered'; readonly offer: Offer }
  | { readonly type: 'OfferEnded'; readonly agent: string; readonly how: OfferEnd; readonly declinedUntil: Time | null }
  | { readonly type: 'ConversationEngaged'; readonly primary: Holder; readonly how: Engagement }
  | { readonly type: 'ConversationRequeued'; readonly queue: string }
  | {
      readonly type: 'ConversationReleased';
      readonly why: 'released' | 'unreachable' | 'botHandedOver' | 'disabled' | 'signedOut' | 'transferred';
    }
  | { readonly type: 'ConversationParked'; readonly why: 'parked' | 'unreachable' | 'disabled' | 'signedOut' }
  | { readonly type: 'CustomerCameBack' }
  | { readonly type: 'TransferOffered'; readonly offer: Offer }
  | {
      readonly type: 'ConversationTransferred';
      readonly from: Holder;
      readonly to: string;
      /** Whether the old primary stays as a consultee. */
      readonly stays: boolean;
      readonly handover: Handover | null;
    }
  | { readonly type: 'TransferEnded'; readonly agent: string; readonly how: OfferEnd }
  | {
      readonly type: 'ConversationEnded';
      readonly outcome: Outcome;
      readonly unitsHeld: boolean;
      readonly unitsUntil: Time | null;
    }
  | { readonly type: 'UnitsReleased' }
  /** The workstream's times changed: nothing else did, but the deadline is written anew (C4). */
  | { readonly type: 'DeadlineMoved' }
  | { readonly type: 'ConversationClosed'; readonly outcome: Outcome; readonly reason: string | null }
  | { readonly type: 'ConsultantJoined'; readonly person: string }
  | { readonly type: 'ConsultantLeft'; readonly person: string }
  | { readonly type: 'ConsulteeLeft'; readonly person: string }
  /** `by` asks the supervisors for help (B3). */
  | { readonly type: 'HandRaised'; readonly text: string }
  | { readonly type: 'HandClaimed'; readonly agent: string }
  | { readonly type: 'HandLowered'; readonly agent: string; readonly why: 'lowered' | 'helped' | 'over' }
  | { readonly type: 'MessageAdded'; readonly plane: Plane; readonly message: Message }
  | { readonly type: 'NoticeAdded'; readonly plane: Plane; readonly notice: Notice }
  | { readonly type: 'NoticeSeen'; readonly notice: string }
  | ({ readonly type: 'DeliveryReported' } & DeliveryReport)
  | { readonly type: 'ConsentGiven' }
  | { readonly type: 'CustomerConnected' }
  | { readonly type: 'CustomerDisconnected' }
  | { readonly type: 'ConversationElevated' }
  | {
      readonly type: 'SentimentScored';
      readonly message: string;
      readonly score: number | null;
      readonly armed: boolean;
    }
  | { readonly type: 'SentimentAlerted'; readonly step: number }
);

/** Events on the internal plane leave the conversation's version and state as they were (P2). */
export const isInternal = (event: ConversationEvent): boolean =>
  (event.type === 'MessageAdded' || event.type === 'NoticeAdded') && event.plane === 'internal';
