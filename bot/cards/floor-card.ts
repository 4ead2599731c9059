import type { FloorRow, SavedViewItem } from '@floorwalk/core/protocol';
import type { CardJson } from '../transport/activity.ts';
import { codeWords, reasonWord, sentimentWord, span, stateWord } from '../words/phrases.ts';
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
  /** The saved views to choose from, and the one that is open (F6). */
  readonly views?: readonly SavedViewItem[];
  readonly open?: SavedViewItem | null;
}

/** Rows on one card: few enough to read on a phone. */
export const PAGE = 5;
/** Saved views offered as buttons; the others are opened by their names. */
const MOST_VIEWS = 5;

/** Conversations, those that need attention first, each with what may be done to it and why the rest may not. */
export function floorCard(stamp: Stamp, page: FloorPage): CardJson {
  const { rows, total, first, words, open = null } = page;
  const { card: say } = stamp.words;
  const view = open?.id ?? '';
  const filter = `${open ? say.inView(harmlessLine(open.name)) : ''}${words === '' ? '' : say.filter(harmlessLine(words))}`;
  const choices = viewChoices(stamp, page);
  if (total === 0)
    return card(stamp, [heading(say.none(filter)), ...choices], [button(stamp, say.refresh, 'floor', { words, view })]);
  const title = say.page(filter, first + 1, first + rows.length, total);
  const moves: Action[] = [
    ...(first > 0 ? [button(stamp, say.before, 'floor', { words, view, first: Math.max(0, first - PAGE) })] : []),
    ...(first + rows.length < total ? [button(stamp, say.more, 'floor', { words, view, first: first + PAGE })] : []),
    button(stamp, say.refresh, 'floor', { words, view, first }),
  ];
  return card(
    stamp,
    [heading(title), ...choices, ...rows.map((row, at) => rowOf(stamp, row, first + at + 1, page.now))],
    moves,
  );
}

/** Buttons of the saved views that are not open, and of the whole floor. */
function viewChoices(stamp: Stamp, { views = [], open = null }: FloorPage): readonly Element[] {
  const others = views.filter(({ id }) => id !== open?.id);
  const actions = [
    ...(open ? [button(stamp, stamp.words.card.wholeFloor, 'floor', { view: '' })] : []),
    ...others.slice(0, MOST_VIEWS).map(({ id, name }) => button(stamp, harmlessLine(name, 24), 'floor', { view: id })),
  ];
  const more = others.length - MOST_VIEWS;
  return [
    // Names are long and a telephone is narrow: what does not fit beside another is cut.
    ...[0, 2, 4].flatMap((from) => {
      const beside = actions.slice(from, from + 2);
      return beside.length > 0 ? [{ type: 'ActionSet' as const, actions: beside, spacing: 'small' as const }] : [];
    }),
    ...(more > 0 ? [subtle(stamp.words.card.moreViews(more))] : []),
  ];
}

function rowOf(stamp: Stamp, row: FloorRow, number: number, now: number): Element {
  const { words } = stamp;
  const { card: say } = words;
  const wait = row.waitSince === null ? '' : ` · ${say.waits(span(words, now - row.waitSince))}`;
  const holder = row.agent
    ? harmlessLine(row.agent.name)
    : row.pending
      ? say.offeredTo(harmlessLine(row.pending.agent.name))
      : say.nobody;
  const facts = `${stateWord(words, row.state, row.phase)} · ${holder} · ${harmlessLine(row.queue.name)} · ${sentimentWord(words, row.sentiment)}${wait}`;
  const may = (what: string): boolean => row.may[what] === null;
  const actions: (Action | OpenUrl)[] = [
    ...(may('monitor') ? [button(stamp, `${say.watch} ${number}`, 'watch', { c: row.id })] : []),
    ...(may('claim') ? [button(stamp, `${say.claim} ${number}`, 'claim', { c: row.id }, { style: 'positive' })] : []),
    ...(may('assign') ? [button(stamp, `${say.assign} ${number}`, 'assign', { c: row.id })] : []),
    ...(may('transfer') ? [button(stamp, `${say.transfer} ${number}`, 'transfer', { c: row.id })] : []),
    ...(may('withdraw') ? [button(stamp, `${say.withdraw} ${number}`, 'withdraw', { c: row.id })] : []),
    ...(may('cancelTransfer')
      ? [button(stamp, `${say.cancelTransfer} ${number}`, 'cancel-transfer', { c: row.id })]
      : []),
    ...openInTab(stamp, row.id, `${say.open} ${number}`),
  ];
  const main = row.state === 'open' ? 'assign' : 'monitor';
  const why = may(main)
    ? []
    : [subtle(`${main === 'assign' ? say.assign : say.watch}: ${codeWords(words, row.may[main])}`)];
  const reasons = row.reasons.map((reason) => reasonWord(words, reason, now)).join(' · ');
  const subject = row.subject === '' ? '' : ` – ${harmlessLine(row.subject, 120)}`;
  return {
    type: 'Container',
    separator: true,
    items: [
      line([run(`${number}  ${harmlessLine(row.customer)}`, { weight: 'bolder' }), run(subject)]),
      subtle(facts),
      ...(reasons === '' ? [] : [line([run(reasons, { color: 'attention', size: 'small' })], { spacing: 'small' })]),
      ...(row.hand ? [subtle(say.hand(harmlessLine(row.hand.text, 300)))] : []),
      ...why,
      ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions, spacing: 'small' as const }] : []),
    ],
  };
}
