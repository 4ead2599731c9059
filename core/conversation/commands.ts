import type { Plane } from '../words.ts';
import type { Customer, RecordContext } from './conversation.ts';
import type { Handover } from './custody.ts';
import type { DeliveryReport } from './deliveries.ts';

/** The deliberate choice to exceed presence or capacity, with its reason (A4). */
export interface Override {
  readonly reason: string;
}

/** Everything that can be asked of one conversation. Ids are made by the caller. */
export type ConversationCommand =
  | {
      readonly type: 'Open';
      readonly workstream: string;
      readonly queue?: string;
      readonly customer: Customer;
      readonly subject?: string;
      readonly context?: RecordContext;
      readonly previous?: string;
      readonly bot?: string;
      /** The customer's first text, stored with the opening. */
      readonly first?: { readonly id: string; readonly text: string };
    }
  | { readonly type: 'Say'; readonly plane: Plane; readonly id: string; readonly text: string }
  | { readonly type: 'AssignToAgent'; readonly agent: string; readonly override?: Override }
  | { readonly type: 'AssignToQueue'; readonly queue: string }
  /** Push distribution's own offer. */
  | { readonly type: 'Offer'; readonly agent: string }
  | { readonly type: 'Withdraw' }
  | { readonly type: 'Pick' }
  | { readonly type: 'Accept' }
  | { readonly type: 'Reject' }
  | { readonly type: 'Release' }
  | { readonly type: 'Park' }
  | { readonly type: 'Resume' }
  | { readonly type: 'End' }
  | { readonly type: 'Close' }
  | { readonly type: 'ForceClose'; readonly reason: string }
  | { readonly type: 'HandOver' }
  | { readonly type: 'Elevate' }
  | {
      readonly type: 'Transfer';
      readonly agent: string;
      readonly handover?: Handover;
      readonly override?: Override;
    }
  /** Only where the tenant switched it on (T2). */
  | { readonly type: 'TransferToQueue'; readonly queue: string }
  | { readonly type: 'CancelTransfer' }
  /** Asks whether monitoring is allowed; writes nothing (M2). */
  | { readonly type: 'Monitor' }
  | { readonly type: 'Join' }
  | { readonly type: 'Leave' }
  /** The agent asks for help with a line of text (B3). */
  | { readonly type: 'RaiseHand'; readonly text: string }
  | { readonly type: 'LowerHand' }
  /** One supervisor says that they come (B3). */
  | { readonly type: 'Claim' }
  | { readonly type: 'CustomerArrived' }
  | { readonly type: 'CustomerGone' }
  | { readonly type: 'CustomerEnd' }
  | { readonly type: 'GiveConsent' }
  | { readonly type: 'SeeNotice'; readonly notice: string }
  /** An integration says how a delivery went (N2). */
  | ({ readonly type: 'ReportDelivery' } & DeliveryReport)
  | { readonly type: 'Score'; readonly message: string; readonly score: number | null }
  /** Something is due: the clock has reached the aggregate's deadline. */
  | { readonly type: 'Tick' }
  /** The holder or offeree stopped being one: unreachable past the limit, signed out or disabled (K5, C7). */
  | { readonly type: 'AgentLost'; readonly agent: string; readonly why: 'unreachable' | 'signedOut' | 'disabled' }
  /** The offeree became unreachable: the offer ends at once (K5). */
  | { readonly type: 'OffereeUnreachable'; readonly agent: string };

export type ConversationCommandType = ConversationCommand['type'];
