import type { Detail } from '@floorwalk/core/protocol';
import type { Doubt } from '../outbox/doubt.ts';
import type { CardJson } from '../transport/activity.ts';
import { codeWords, sentimentWord, span, stateWord, timeOfDay } from '../words/phrases.ts';
import { harmless, harmlessLine } from '../words/text.ts';
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

export interface Status {
  readonly detail: Detail;
  readonly name: string;
  readonly joined: boolean;
  readonly doubt: Doubt;
  readonly now: number;
  readonly zone: string | null;
  /** Set when watching has ended: the card then only says so. */
  readonly over: string | null;
}

/** The one card of a watched conversation, edited in place. */
export function statusCard(stamp: Stamp, status: Status): CardJson {
  const { detail, name, over, now } = status;
  const { words } = stamp;
  const { card: say } = words;
  if (over !== null)
    return card(
      stamp,
      [heading(name), line([run(over)]), ...doubtOf(stamp, status)],
      [button(stamp, say.floor, 'floor')],
    );
  const { primary, pending, waitSince } = detail;
  const facts = [
    stateWord(words, detail.state, detail.phase),
    primary
      ? primary.reachable
        ? harmlessLine(primary.name)
        : say.isUnreachable(harmlessLine(primary.name))
      : say.nobody,
    harmlessLine(detail.queue.name),
    sentimentWord(words, detail.sentiment),
    ...(waitSince === null ? [] : [say.waits(span(words, now - waitSince))]),
    ...(detail.medianReplyMs === null ? [] : [say.replies(span(words, detail.medianReplyMs))]),
  ].join(' · ');
  const people = [
    ...detail.consultants.map((one) => say.consultant(harmlessLine(one.name))),
    ...(detail.watchers ?? [])
      .filter(({ id }) => !detail.consultants.some((one) => one.id === id))
      .map((one) => say.watching(harmlessLine(one.name))),
  ].join(', ');
  return card(
    stamp,
    [
      heading(name),
      line([run(facts)], { spacing: 'small' }),
      ...(pending
        ? [
            subtle(
              (pending.transfer ? say.transferUntil : say.offerUntil)(
                harmlessLine(pending.agent.name),
                timeOfDay(pending.until, status.zone),
              ),
            ),
          ]
        : []),
      ...(people === '' ? [] : [subtle(people)]),
      ...(detail.hand ? [line([run(say.hand(harmlessLine(detail.hand.text, 300)), { color: 'warning' })])] : []),
      modeOf(stamp, status),
      ...whyNot(stamp, status),
      ...doubtOf(stamp, status),
      subtle(say.asOf(timeOfDay(now, status.zone))),
    ],
    actionsOf(stamp, status),
  );
}

function modeOf({ words: { card: say } }: Stamp, { joined }: Status): Element {
  return line([
    run(`${joined ? say.joinedMode : say.watchingMode} `, { weight: 'bolder', color: joined ? 'good' : 'accent' }),
    run(joined ? say.joinedHint : say.watchingHint),
  ]);
}

function whyNot({ words }: Stamp, { detail, joined }: Status): Element[] {
  const lines = [
    ...(!joined && detail.may['join'] ? [`${words.card.join}: ${codeWords(words, detail.may['join'])}`] : []),
    ...(detail.may['transfer'] && detail.state !== 'wrap-up'
      ? [`${words.card.transfer}: ${codeWords(words, detail.may['transfer'])}`]
      : []),
    ...(!joined && !detail.customerIsTold ? [words.card.notTold] : []),
  ];
  return lines.map(subtle);
}

function doubtOf({ words }: Stamp, { doubt }: Status): Element[] {
  if (doubt.count === 0) return [];
  const shown = doubt.lines.slice(-5).map((text) => subtle(harmless(text, 400)));
  return [line([run(words.card.doubt(doubt.count), { color: 'warning' })]), ...shown];
}

function actionsOf(stamp: Stamp, { detail, joined }: Status): (Action | OpenUrl)[] {
  const { card: say } = stamp.words;
  const data = { c: detail.id };
  const isOver = detail.state === 'wrap-up';
  return [
    ...(joined && !isOver ? [button(stamp, say.writeToCustomer, 'compose', data)] : []),
    ...(joined ? [button(stamp, say.leave, 'leave', data)] : []),
    ...(!joined && detail.may['join'] === null ? [button(stamp, say.join, 'join', data, { style: 'positive' })] : []),
    ...(detail.may['claim'] === null ? [button(stamp, say.claim, 'claim', data)] : []),
    ...(detail.may['transfer'] === null ? [button(stamp, `${say.transfer}…`, 'transfer', data)] : []),
    ...(detail.may['assign'] === null ? [button(stamp, `${say.assign}…`, 'assign', data)] : []),
    ...(detail.may['cancelTransfer'] === null ? [button(stamp, say.cancelTransfer, 'cancel-transfer', data)] : []),
    button(stamp, say.stop, 'stop', data),
    ...openInTab(stamp, detail.id),
  ];
}
