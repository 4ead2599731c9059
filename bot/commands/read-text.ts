import type { PersonRecord } from '../people/record.ts';
import { en } from '../words/en.ts';
import type { Words } from '../words/index.ts';
import type { Ask } from './ask.ts';

/** Typed words that name a conversation that is not there. */
export interface Unclear {
  readonly unclear: 'noSuchNumber' | 'watchFirst' | 'notUnderstood';
}

const WORDS = [
  'help',
  'floor',
  'view',
  'watch',
  'join',
  'leave',
  'stop',
  'assign',
  'transfer',
  'claim',
  'alerts',
] as const;
const ALERT_WORDS = ['on', 'off', 'here', 'personal', 'quiet'] as const;

type Typed = Words['typed'];

/** Whether a word is this one, in English or in the language of who typed it. */
export function isTyped(word: keyof Typed, text: string, typed: Typed): boolean {
  const said = text.normalize('NFC').toLocaleLowerCase();
  return en.typed[word].some((known) => known === said) || typed[word].some((known) => known === said);
}

/** The same words in English, where they are known in another language. */
export const inEnglish = (text: string, typed: Typed): string =>
  text
    .trim()
    .split(/\s+/u)
    .map((word) => ALERT_WORDS.find((known) => isTyped(known, word, typed)) ?? word)
    .join(' ');

/**
 * What typed text asks for. Once they have joined only a bare word, one with a number, or a slash is a command: every sentence is a note to
 * the agent, so that "leave it to me" says what it says.
 */
export function readText(
  text: string,
  { list, watching }: Pick<PersonRecord, 'list' | 'watching'>,
  typed: Typed = en.typed,
): Ask | Unclear {
  const isJoined = watching !== null && watching.spokeAt !== null;
  const hasSlash = text.startsWith('/');
  const [first = '', ...rest] = (hasSlash ? text.slice(1) : text).trim().split(/\s+/u);
  const word = WORDS.find((known) => isTyped(known, first, typed));
  const isBare = rest.length === 0 || (rest.length === 1 && /^\d+$/u.test(rest[0] ?? ''));
  const isCommand = word !== undefined && (!isJoined || hasSlash || isBare);
  if (!isCommand) return isJoined ? { do: 'note', text } : { unclear: 'notUnderstood' };
  const words = rest.join(' ');
  switch (word) {
    case 'help':
      return { do: 'help' };
    case 'floor':
      return { do: 'floor', words, first: 0 };
    case 'view':
      return { do: 'floor', words: '', first: 0, ...(words !== '' && { named: words }) };
    case 'stop':
      return { do: 'stop' };
    case 'alerts':
      return { do: 'alerts', words };
    case 'watch':
    case 'join':
    case 'leave':
    case 'assign':
    case 'transfer':
    case 'claim':
      break;
  }
  const conversation =
    words === '' ? watching?.conversation : (list[Number(words) - 1] ?? list.find((id) => id === words));
  if (conversation === undefined) return { unclear: words === '' ? 'watchFirst' : 'noSuchNumber' };
  switch (word) {
    case 'watch':
    case 'join':
    case 'leave':
      return { do: word, conversation };
    case 'assign':
    case 'transfer':
      return { do: 'choose', what: word, conversation, all: false };
    case 'claim':
      return { do: 'plain', verb: 'claim', conversation };
  }
}
