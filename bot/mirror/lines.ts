import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import { noticeWord, timeOfDay } from '../words/en.ts';
import { harmless, harmlessLine } from '../words/text.ts';

/** How the lines of a conversation name it: the customer, and the end of its id where two are called alike. */
export const nameOf = (detail: Pick<Detail, 'id'>, customer: string): string =>
  `${harmlessLine(customer, 40)} · ${detail.id.slice(-4)}`;

const whose = {
  customer: 'customer',
  agent: 'agent',
  consultant: 'supervisor',
  consultee: 'agent before',
  bot: 'bot',
} as const;

/** One entry as one line: its conversation, time, author and plane. A line break in it is shown as a sign, so that no text can pass for a line of its own. */
export function lineOf(entry: TimelineEntry, name: string, zone: string | null): string {
  const head = `[${name}] ${timeOfDay(entry.at, zone)}`;
  if (entry.type === 'notice') return `${head} – ${noticeWord(entry.kind, entry.params)}`;
  const plane = entry.plane === 'internal' ? ', internal' : entry.from.kind === 'customer' ? '' : ' to customer';
  const text = harmless(entry.text.replace(/\r\n?|\n/gu, ' ⏎ '));
  return `${head} ${harmlessLine(entry.from.name, 40)} (${whose[entry.from.kind]}${plane}): ${text}`;
}
