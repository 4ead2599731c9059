import type { Handover } from './custody.ts';
import { handoverRules, type HandoverRules } from './handover-rules/index.ts';
import type { Author } from './message.ts';

/** A public message, as far as a draft reads it. */
export interface Spoken {
  readonly from: Pick<Author, 'kind'>;
  readonly text: string;
}

/** The longest text of one field of a handover card. */
const MAX_FIELD = 2_000;
/** So many sentences of what was tried, the latest. */
const MAX_TRIED = 3;
/** So many messages are read, the latest: a long history must not hold up the server. */
const MAX_READ = 200;
/** So many sentences of one message. */
const MAX_SENTENCES = 100;
/** What is looked at of one sentence. */
const MAX_SENTENCE = 400;
const sentenceEnd = /(?<=[.!?…])\s+|(?<=[。！？])|\n+/u;

/**
 * A handover card as the public plane gives it, oldest message first, for a person to complete (T5). Every field is the
 * words of somebody in the conversation, chosen by the table of rules; where nothing was said of it, it stays empty.
 * The reason is the supervisor's own.
 */
export function draftHandover(messages: readonly Spoken[], sentiment: number): Handover {
  const said = messages.slice(-MAX_READ).map(({ from, text }): Said => ({
    isCustomer: from.kind === 'customer',
    sentences: text
      .split(sentenceEnd)
      .slice(0, MAX_SENTENCES)
      .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part)),
  }));
  const promised = lastPromise(said);
  return {
    reason: '',
    wants: fieldOf(wanted(said)),
    tried: fieldOf(tried(said)),
    promised: fieldOf(promised?.sentence ?? ''),
    promisedBy: fieldOf(promised?.by ?? ''),
    lastQuestion: fieldOf(openQuestion(said)),
    sentiment: sentiment === 0 ? '' : String(sentiment),
  };
}

interface Said {
  readonly isCustomer: boolean;
  readonly sentences: readonly string[];
}

const says = (rule: keyof HandoverRules, sentence: string): boolean =>
  handoverRules.some((rules) => rules[rule].test(sentence.slice(0, MAX_SENTENCE)));
/** Says it, and in the same language nothing that takes it back. */
const saysOnly = (rule: keyof HandoverRules, not: keyof HandoverRules, sentence: string): boolean => {
  const read = sentence.slice(0, MAX_SENTENCE);
  return handoverRules.some((rules) => rules[rule].test(read) && !rules[not].test(read));
};
const isQuestion = (sentence: string): boolean => /[?？]\P{L}*$/u.test(sentence);
const isPromise = (sentence: string): boolean => !isQuestion(sentence) && saysOnly('promise', 'noPromise', sentence);
/** Whether a message of the house says something to the matter, and not only asks, greets, promises or keeps waiting. */
const isAnswer = ({ isCustomer, sentences }: Said): boolean =>
  !isCustomer &&
  sentences.some(
    (sentence) =>
      !isQuestion(sentence) && !isPromise(sentence) && !says('holding', sentence) && !says('smallTalk', sentence),
  );

/** The customer's last wish; without one what they wrote last and nobody answered, else what they came with. */
function wanted(said: readonly Said[]): string {
  const ofCustomer = said.filter(({ isCustomer }) => isCustomer);
  const wish = ofCustomer.flatMap(({ sentences }) => sentences).findLast((sentence) => says('wish', sentence));
  if (wish !== undefined) return wish;
  const answered = said.findLastIndex(({ isCustomer }) => !isCustomer);
  const unanswered = said.slice(answered + 1).findLast(isSubstance);
  return (unanswered ?? ofCustomer.find(isSubstance))?.sentences.join(' ') ?? '';
}
const isSubstance = ({ sentences }: Said): boolean => sentences.some((sentence) => !says('smallTalk', sentence));

/** What either side says was done, each sentence once, the latest few in their order. */
function tried(said: readonly Said[]): string {
  const found = said
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => !isQuestion(sentence) && saysOnly('tried', 'notTried', sentence));
  return [...new Set(found)].slice(-MAX_TRIED).join('\n');
}

/** The last thing the house said that it will do, and the time that it named with it. */
function lastPromise(said: readonly Said[]): { readonly sentence: string; readonly by: string } | undefined {
  for (const { isCustomer, sentences } of said.toReversed()) {
    const at = isCustomer ? -1 : sentences.findLastIndex(isPromise);
    const sentence = sentences[at];
    if (sentence !== undefined) return { sentence, by: whenOf(sentence) || whenOf(sentences[at + 1] ?? '') };
  }
  return undefined;
}

const whenOf = (sentence: string): string =>
  handoverRules
    .map(({ when }) => when.exec(sentence.slice(0, MAX_SENTENCE))?.[0].trim() ?? '')
    .find((found) => found !== '') ?? '';

/** The customer's last question that nobody has answered since. */
function openQuestion(said: readonly Said[]): string {
  const since = said.slice(said.findLastIndex(isAnswer) + 1);
  return (
    since
      .filter(({ isCustomer }) => isCustomer)
      .flatMap(({ sentences }) => sentences)
      .findLast((sentence) => isQuestion(sentence) && !says('smallTalk', sentence)) ?? ''
  );
}

const fieldOf = (text: string): string => text.trim().slice(0, MAX_FIELD).toWellFormed();
