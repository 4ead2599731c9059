import type { ChatEntry } from '@floorwalk/core/protocol';
import { customerWords } from '../words/customer/index.ts';

/** An entry as a customer reads it on a channel that knows only text; people of the house are named, bots are not. */
export function entryWords(entry: ChatEntry, locale: string | null): string {
  if (entry.type === 'notice') return customerWords(locale ?? undefined).notices[entry.kind](entry.params);
  const { from, text } = entry;
  return from.kind === 'bot' || from.name === '' ? text : `${from.name}: ${text}`;
}
