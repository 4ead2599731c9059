import type { Time } from '../words.ts';

/** Who holds a conversation. A bot reads the public plane only and holds no units (C6). */
export interface Holder {
  readonly kind: 'agent' | 'bot';
  readonly id: string;
}

/** What the next agent must know (T5). */
export interface Handover {
  readonly reason: string;
  readonly wants: string;
  readonly tried: string;
  readonly promised: string;
  readonly promisedBy: string;
  readonly lastQuestion: string;
  readonly sentiment: string;
}

/** A pending offer: of an open conversation, or as a transfer (T3). `by` is null for push distribution. */
export interface Offer {
  readonly agent: string;
  readonly by: string | null;
  readonly at: Time;
  readonly until: Time;
  readonly handover: Handover | null;
}

/** How an offer ended without acceptance. */
export type OfferEnd = 'rejected' | 'expired' | 'withdrawn' | 'unreachable' | 'cancelled';
