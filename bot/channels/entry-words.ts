import type { ChatEntry } from '@floorwalk/core/protocol';
import { customerWords } from '../words/customer/index.ts';

type Notice = Extract<ChatEntry, { type: 'notice' }>;
/** The tenant's own words for notices by `locale:kind`. */
type OwnWords = Readonly<Record<string, string>>;

/** An entry as a customer reads it on a channel that knows only text; people of the house are named, bots are not. */
export function entryWords(entry: ChatEntry, locale: string | null, own: OwnWords = {}): string {
  if (entry.type === 'notice') return ownWords(entry, locale ?? 'en', own) ?? usualWords(entry, locale);
  const { from, text } = entry;
  return from.kind === 'bot' || from.name === '' ? text : `${from.name}: ${text}`;
}

const usualWords = ({ kind, params }: Notice, locale: string | null): string =>
  customerWords(locale ?? undefined).notices[kind](params);

/** What the tenant says in place of it, `de-AT` before `de`, with what stands in braces filled in (N1). */
function ownWords({ kind, params }: Notice, locale: string, own: OwnWords): string | undefined {
  const words = own[`${locale}:${kind}`] ?? own[`${locale.split('-')[0] ?? ''}:${kind}`];
  return words?.replace(/\{(\w*)\}/gu, (_, name: string) => {
    if (name === 'place') return String(Number(params['before'] ?? 0) + 1);
    return Object.hasOwn(params, name) ? String(params[name]) : '';
  });
}
