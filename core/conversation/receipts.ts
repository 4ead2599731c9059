import type { Time } from '../words.ts';

/** Receipt of one customer notice: sent at, and when the customer's client first showed it (N2). */
export interface Receipt {
  /** The notice's. */
  readonly id: string;
  readonly kind: string;
  readonly at: Time;
  readonly seenAt: Time | null;
}

/** In the order in which the notices were sent. A list: every event copies it, and keys that nothing else has are slow to copy. */
export type Receipts = readonly Receipt[];

/** The receipt of this notice; undefined where it is no notice to this customer. */
export const receiptOf = (receipts: Receipts, notice: string): Receipt | undefined =>
  receipts.findLast(({ id }) => id === notice);

/** With this notice seen for the first time; the same where it was seen before, or is not there. */
export function withSeen(receipts: Receipts, notice: string, at: Time): Receipts {
  const place = receipts.findLastIndex(({ id, seenAt }) => id === notice && seenAt === null);
  const receipt = receipts[place];
  return receipt ? receipts.with(place, { ...receipt, seenAt: at }) : receipts;
}
