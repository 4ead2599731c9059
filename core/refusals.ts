import { refusals as words } from './refusal-words/en.ts';

/** Every way a command can be refused: code → what is wrong and what to do, in one sentence fit for a supervisor. */
export const refusals = {
  ...words,
  malformed: 'The request could not be read. Correct the fields named and send it again.',
  tooLarge: 'The text is longer than allowed. Shorten it and send it again.',
  attachmentsNotSupported: 'Attachments are not supported. Send text.',
  unauthenticated: 'The token is missing, expired or not accepted. Sign in again.',
  tooManySubscriptions: 'This connection has too many subscriptions. Close some first.',
  unknownRoute: 'There is nothing at this address.',
  identifierReused: 'This id was already used for something else. Use a new id.',
  staleEpoch: 'The store lost history and was reloaded. Repeat the command.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** Why a command was not carried out. `state` and `winner` tell what is so now (C1, A6). */
export interface Refusal {
  readonly refusal: RefusalCode;
  /** One sentence; defaults to the table's. */
  readonly detail: string;
  readonly state?: string;
  /** Who was first, when, what they did and to whom it went, where a race was lost (A6). */
  readonly winner?: { readonly person: string; readonly at: number; readonly did: string; readonly to?: string };
  /** Units over capacity, with `overCapacity` (A4). */
  readonly excess?: number;
  /** What of the request it is about, with dots where that lies deeper. */
  readonly field?: string;
}

/** Builds a refusal from the table; `more` adds what is so now. */
export const refuse = (refusal: RefusalCode, more: Partial<Omit<Refusal, 'refusal'>> = {}): Refusal => ({
  refusal,
  detail: refusals[refusal],
  ...more,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refusal' in value;
