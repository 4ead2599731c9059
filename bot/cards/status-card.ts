import type { Detail } from '@floorwalk/core/protocol';
import type { Doubt } from '../outbox/doubt.ts';
import type { CardJson } from '../transport/activity.ts';
import { sentimentWord, span, stateWord, timeOfDay } from '../words/en.ts';
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
import { sentenceOf } from './floor-card.ts';

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
  if (over !== null)
    return card(stamp, [heading(name), line([run(over)]), ...doubtOf(status)], [button(stamp, 'Floor', 'floor')]);
  const { primary, pending, waitSince } = detail;
  const facts = [
    stateWord(detail.state, detail.phase),
    primary ? `${harmlessLine(primary.name)}${primary.reachable ? '' : ' (unreachable)'}` : 'nobody',
    harmlessLine(detail.queue.name),
    sentimentWord(detail.sentiment),
    ...(waitSince === null ? [] : [`waiting ${span(now - waitSince)}`]),
    ...(detail.medianReplyMs === null ? [] : [`replies in ${span(detail.medianReplyMs)}`]),
  ].join(' · ');
  const people = [
    ...detail.consultants.map((one) => `${harmlessLine(one.name)} (consultant)`),
    ...(detail.watchers ?? [])
      .filter(({ id }) => !detail.consultants.some((one) => one.id === id))
      .map((one) => `${harmlessLine(one.name)} (watching)`),
  ].join(', ');
  return card(
    stamp,
    [
      heading(name),
      line([run(facts)], { spacing: 'small' }),
      ...(pending
        ? [
            subtle(
              `${pending.transfer ? 'Transfer' : 'Offer'} to ${harmlessLine(pending.agent.name)} until ${timeOfDay(pending.until, status.zone)}`,
            ),
          ]
        : []),
      ...(people === '' ? [] : [subtle(people)]),
      ...(detail.hand ? [line([run(`Hand: ${harmlessLine(detail.hand.text, 300)}`, { color: 'warning' })])] : []),
      modeOf(status),
      ...whyNot(status),
      ...doubtOf(status),
      subtle(`As of ${timeOfDay(now, status.zone)}`),
    ],
    actionsOf(stamp, status),
  );
}

function modeOf({ joined }: Status): Element {
  return line([
    run(joined ? 'Joined: ' : 'Only watching: ', { weight: 'bolder', color: joined ? 'good' : 'accent' }),
    run(joined ? 'what you type here goes to the agent only, internally.' : 'nothing you type here goes anywhere.'),
  ]);
}

function whyNot({ detail, joined }: Status): Element[] {
  const lines = [
    ...(!joined && detail.may['join'] ? [`Join: ${sentenceOf(detail.may['join'])}`] : []),
    ...(detail.may['transfer'] && detail.state !== 'wrap-up'
      ? [`Transfer: ${sentenceOf(detail.may['transfer'])}`]
      : []),
    ...(!joined && !detail.customerIsTold ? ['This channel does not tell the customer when you join.'] : []),
  ];
  return lines.map(subtle);
}

function doubtOf({ doubt }: Status): Element[] {
  if (doubt.count === 0) return [];
  const shown = doubt.lines.slice(-5).map((text) => subtle(harmless(text, 400)));
  return [
    line([run(`Delivery unknown: ${doubt.count}. Teams did not say whether you were shown:`, { color: 'warning' })]),
    ...shown,
  ];
}

function actionsOf(stamp: Stamp, { detail, joined }: Status): (Action | OpenUrl)[] {
  const data = { c: detail.id };
  const isOver = detail.state === 'wrap-up';
  return [
    ...(joined && !isOver ? [button(stamp, 'Write to the customer…', 'compose', data)] : []),
    ...(joined ? [button(stamp, 'Leave', 'leave', data)] : []),
    ...(!joined && detail.may['join'] === null ? [button(stamp, 'Join', 'join', data, { style: 'positive' })] : []),
    ...(detail.may['claim'] === null ? [button(stamp, 'Claim', 'claim', data)] : []),
    ...(detail.may['transfer'] === null ? [button(stamp, 'Transfer…', 'transfer', data)] : []),
    ...(detail.may['assign'] === null ? [button(stamp, 'Assign…', 'assign', data)] : []),
    ...(detail.may['cancelTransfer'] === null ? [button(stamp, 'Cancel transfer', 'cancel-transfer', data)] : []),
    button(stamp, 'Stop watching', 'stop', data),
    ...openInTab(stamp, detail.id),
  ];
}
