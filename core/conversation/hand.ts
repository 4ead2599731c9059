import type { Time } from '../words.ts';

/** An agent's request for help, seen by supervisors only (B3). */
export interface Hand {
  readonly agent: string;
  readonly at: Time;
  readonly text: string;
  /** The one supervisor who has said that they come. */
  readonly claimed: { readonly by: string; readonly at: Time } | null;
}

/** What was done to a hand last, for who came too late (A6). */
export interface HandMove {
  readonly person: string;
  readonly at: Time;
  readonly did: 'HandClaimed' | 'HandLowered';
}

/** The longest request, in characters: one line. */
export const MAX_HAND = 300;
