import type { Plane, Time } from '../words.ts';

/** Who speaks, as the plane's readers see them: customers see `name` and `kind`, never more. */
export interface Author {
  readonly kind: 'customer' | 'agent' | 'consultant' | 'consultee' | 'bot';
  readonly id: string;
  readonly name: string;
}

/** One message; its id is made by the client and stored once (P4). */
export interface Message {
  readonly id: string;
  readonly at: Time;
  readonly from: Author;
  readonly text: string;
}

export type { Plane };
/** The longest text of one message, in characters; longer is refused (`tooLarge`). */
export const MAX_TEXT = 8_000;
