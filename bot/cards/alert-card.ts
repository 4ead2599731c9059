import type { FloorRow } from '@floorwalk/core/protocol';
import type { CardJson } from '../transport/activity.ts';
import { harmlessLine } from '../words/text.ts';
import { button, card, line, openInTab, run, subtle, type Stamp } from './elements.ts';

/** What needs attention and why, without anything of what was said. */
export const alertCard = (stamp: Stamp, row: FloorRow, words: string): CardJson =>
  card(
    stamp,
    [
      line([
        run(`${stamp.words.alerts.attention} `, { color: 'attention', weight: 'bolder' }),
        run(harmlessLine(row.customer)),
      ]),
      line([run(words)]),
      subtle(`${row.agent ? harmlessLine(row.agent.name) : stamp.words.card.nobody} · ${harmlessLine(row.queue.name)}`),
    ],
    [
      ...(row.may['claim'] === null
        ? [button(stamp, stamp.words.card.claim, 'claim', { c: row.id }, { style: 'positive' })]
        : []),
      ...(row.may['monitor'] === null ? [button(stamp, stamp.words.card.watch, 'watch', { c: row.id })] : []),
      ...(row.may['assign'] === null ? [button(stamp, `${stamp.words.card.assign}…`, 'assign', { c: row.id })] : []),
      ...(row.may['transfer'] === null
        ? [button(stamp, `${stamp.words.card.transfer}…`, 'transfer', { c: row.id })]
        : []),
      ...openInTab(stamp, row.id),
      button(stamp, stamp.words.card.floor, 'floor'),
    ],
  );

/** The same for a channel, where others read: what is the matter, and nobody's name. */
export const channelAlertCard = (stamp: Stamp, row: FloorRow, name: string, words: string): CardJson =>
  card(
    stamp,
    [
      line([run(`${stamp.words.alerts.attention} `, { color: 'attention', weight: 'bolder' }), run(name)]),
      line([run(words)]),
      subtle(stamp.words.alerts.clicksArePersonal),
    ],
    [
      ...(row.may['claim'] === null
        ? [button(stamp, stamp.words.card.claim, 'claim', { c: row.id }, { style: 'positive' })]
        : []),
      button(stamp, stamp.words.card.watch, 'watch', { c: row.id }),
      ...openInTab(stamp, row.id),
    ],
  );
