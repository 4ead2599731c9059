import type { Handover } from './custody.ts';
import type { Author } from './message.ts';

/** A public message, as far as a draft reads it. */
export interface Spoken {
  readonly from: Pick<Author, 'kind'>;
  readonly text: string;
}

/** The longest text of one field of a handover card. */
const MAX_FIELD = 2_000;
const question = /[^.!?…。！？\n]*[?？]/gu;

/**
 * A handover card as the public plane gives it, oldest message first, for a person to complete (T5): what the customer
 * last wrote and nobody answered, their last question, and the sentiment's step. What was tried and promised stays empty,
 * since only people know it.
 */
export function draftHandover(messages: readonly Spoken[], sentiment: number): Handover {
  const isCustomer = ({ from }: Spoken): boolean => from.kind === 'customer';
  const answered = messages.findLastIndex((message) => !isCustomer(message));
  const unanswered = messages.slice(answered + 1).at(-1);
  const questions = messages.filter(isCustomer).flatMap(({ text }) => text.match(question) ?? []);
  return {
    reason: '',
    wants: fieldOf(unanswered?.text ?? ''),
    tried: '',
    promised: '',
    promisedBy: '',
    lastQuestion: fieldOf(questions.at(-1) ?? ''),
    sentiment: sentiment === 0 ? '' : String(sentiment),
  };
}

const fieldOf = (text: string): string => text.trim().slice(0, MAX_FIELD).toWellFormed();
