import type { RefusalCode } from '@floorwalk/core';
import { refusals } from '@floorwalk/core';
import type { FloorRow } from '@floorwalk/core/protocol';
import type { CardJson } from '../transport/activity.ts';
import { reasonWord, sentimentWord, span, stateWord } from '../words/en.ts';
import { harmlessLine } from '../words/text.ts';
import {
  button,
  card,
  heading,
  line,
  openInTab,
  run,
  subtle,
  type Action,
  type Element,
  type OpenUrl,
  type Stamp,
} from './elements.ts';

export interface FloorPage {
  readonly rows: readonly FloorRow[];
  readonly total: number;
  /** The number of the first row, from 0. */
  readonly first: number;
  readonly words: string;
  readonly now: number;
}

/** Rows on one card: few enough to read on a phone. */
export const PAGE = 5;

/** Conversations, those that need attention first, each with what may be done to it and why the rest may not. */
export function floorCard(stamp: Stamp, page: FloorPage): CardJson {
  const { rows, total, first, words } = page;
  const filter = words === '' ? '' : ` with “${harmlessLine(words)}”`;
  if (total === 0)
    return card(stamp, [heading(`No conversations${filter}`)], [button(stamp, 'Refresh', 'floor', { words })]);
  const title = `Conversations${filter}: ${first + 1} to ${first + rows.length} of ${total}`;
  const moves: Action[] = [
    ...(first > 0 ? [button(stamp, 'Before', 'floor', { words, first: Math.max(0, first - PAGE) })] : []),
    ...(first + rows.length < total ? [button(stamp, 'More', 'floor', { words, first: first + PAGE })] : []),
    button(stamp, 'Refresh', 'floor', { words, first }),
  ];
  return card(stamp, [heading(title), ...rows.map((row, at) => rowOf(stamp, row, first + at + 1, page.now))], moves);
}

function rowOf(stamp: Stamp, row: FloorRow, number: number, now: number): Element {
  const wait = row.waitSince === null ? '' : ` · waiting ${span(now - row.waitSince)}`;
  const holder = row.agent
    ? harmlessLine(row.agent.name)
    : row.pending
      ? `offered to ${harmlessLine(row.pending.agent.name)}`
      : 'nobody';
  const facts = `${stateWord(row.state, row.phase)} · ${holder} · ${harmlessLine(row.queue.name)} · ${sentimentWord(row.sentiment)}${wait}`;
  const may = (what: string): boolean => row.may[what] === null;
  const actions: (Action | OpenUrl)[] = [
    ...(may('monitor') ? [button(stamp, `Watch ${number}`, 'watch', { c: row.id })] : []),
    ...(may('claim') ? [button(stamp, `Claim ${number}`, 'claim', { c: row.id }, { style: 'positive' })] : []),
    ...(may('assign') ? [button(stamp, `Assign ${number}`, 'assign', { c: row.id })] : []),
    ...(may('transfer') ? [button(stamp, `Transfer ${number}`, 'transfer', { c: row.id })] : []),
    ...(may('withdraw') ? [button(stamp, `Withdraw ${number}`, 'withdraw', { c: row.id })] : []),
    ...(may('cancelTransfer') ? [button(stamp, `Cancel transfer ${number}`, 'cancel-transfer', { c: row.id })] : []),
    ...openInTab(stamp, row.id, `Open ${number}`),
  ];
  const main = row.state === 'open' ? 'assign' : 'monitor';
  const why = may(main) ? [] : [subtle(`${main === 'assign' ? 'Assign' : 'Watch'}: ${sentenceOf(row.may[main])}`)];
  const reasons = row.reasons.map((reason) => reasonWord(reason, now)).join(' · ');
  const subject = row.subject === '' ? '' : ` – ${harmlessLine(row.subject, 120)}`;
  return {
    type: 'Container',
    separator: true,
    items: [
      line([run(`${number}  ${harmlessLine(row.customer)}`, { weight: 'bolder' }), run(subject)]),
      subtle(facts),
      ...(reasons === '' ? [] : [line([run(reasons, { color: 'attention', size: 'small' })], { spacing: 'small' })]),
      ...(row.hand ? [subtle(`Hand: ${harmlessLine(row.hand.text, 300)}`)] : []),
      ...why,
      ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions, spacing: 'small' as const }] : []),
    ],
  };
}

/** The sentence of a refusal's code. */
export const sentenceOf = (code: string | null | undefined): string =>
  (code && code in refusals ? refusals[code as RefusalCode] : undefined) ?? '';
