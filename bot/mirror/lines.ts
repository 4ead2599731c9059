import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import type { Words } from '../words/index.ts';
import { noticeWord, timeOfDay } from '../words/phrases.ts';
import { harmless, harmlessLine } from '../words/text.ts';

/** How the lines of a conversation name it: the customer, and the end of its id where two are called alike. */
export const nameOf = (detail: Pick<Detail, 'id'>, customer: string): string =>
  `${harmlessLine(customer, 40)} · ${detail.id.slice(-4)}`;

/** One entry as one line: its conversation, time, author and plane. A line break in it is shown as a sign, so that no text can pass for a line of its own. */
export function lineOf(words: Words, entry: TimelineEntry, name: string, zone: string | null): string {
  const head = `[${name}] ${timeOfDay(entry.at, zone)}`;
  if (entry.type === 'notice') return `${head} – ${noticeWord(words, entry.kind, entry.params)}`;
  const { whose } = words;
  const plane =
    entry.plane === 'internal' ? `, ${whose.internal}` : entry.from.kind === 'customer' ? '' : ` ${whose.toCustomer}`;
  const text = harmless(entry.text.replace(/\r\n?|\n/gu, ' ⏎ '));
  return `${head} ${harmlessLine(entry.from.name, 40)} (${whose[entry.from.kind]}${plane}): ${text}`;
}
