import type { Time } from '../words.ts';
import { customerNoticeKinds } from './customer-notice.ts';

const staffKinds = [
  'offered',
  'offerExpired',
  'offerWithdrawn',
  'offerRejected',
  'assigned',
  'transferOffered',
  'transferRejected',
  'transferExpired',
  'transferCancelled',
  'customerDisconnected',
  'customerReturned',
  'handRaised',
  'handClaimed',
  'handLowered',
] as const;
/** Kinds that never reach a customer, whatever else happens (N1). */
export const staffOnly: readonly NoticeKind[] = staffKinds;

/** Every kind of notice, in the order of SPEC N1; clients word them (N1). */
export const noticeKinds = [...customerNoticeKinds, ...staffKinds] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A typed notice, stored once with its id (N2); `params` are names, numbers and codes, never prose (N1). */
export interface Notice {
  readonly id: string;
  readonly at: Time;
  readonly kind: NoticeKind;
  readonly params: Readonly<Record<string, string | number>>;
  /** On the internal plane: the customer's notice of the same event, for its receipt. */
  readonly twin?: string;
}
