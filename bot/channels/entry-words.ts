import type { ChatEntry } from '@floorwalk/core/protocol';
import { filledIn, ownWords } from '@floorwalk/core/customer-notices/own-words';
import { customerWords, named } from '../words/customer/index.ts';

type Notice = Extract<ChatEntry, { type: 'notice' }>;
/** The tenant's own words for notices by `locale:kind`. */
type OwnWords = Readonly<Record<string, string>>;

/** An entry as a customer reads it on a channel that knows only text; people of the house are named, bots are not. */
export function entryWords(entry: ChatEntry, locale: string | null, own: OwnWords = {}): string {
  if (entry.type === 'notice') return noticeWords(entry, locale, own);
  const { from, text } = entry;
  return from.kind === 'bot' || from.name === '' ? text : `${from.name}: ${text}`;
}

function noticeWords({ kind, params }: Notice, locale: string | null, own: OwnWords): string {
  const words = ownWords(own, kind, locale ?? 'en');
  return words === undefined
    ? customerWords(locale ?? undefined).notices[kind](params)
    : filledIn(words, params, named);
}
