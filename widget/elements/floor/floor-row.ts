import type { FloorRow } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { channelIcon } from '../../icons/index.ts';
import { isLate, presenceMark, sentimentPicture, waitBar } from '../../pictures/index.ts';
import {
  channelWord,
  clock,
  clockOrDay,
  duration,
  enumeration,
  isUrgent,
  reasonWords,
  sentimentWords,
  stateWord,
  t,
} from '../../strings/index.ts';

/** What a row needs besides its data. */
export interface RowView {
  readonly now: number;
  readonly me: string;
  /** It has left the list while the order is held (F4). */
  readonly isGone: boolean;
  /** Its number in the whole list as screen readers count, the heads being the first. */
  readonly place: number;
  readonly isSelected: boolean;
  readonly isTabbable: boolean;
}

/** What is done with a row by pointer. */
export interface RowDeeds {
  readonly select: (id: string) => void;
  readonly open: (id: string) => void;
}

/**
 * One conversation (F1): a picture first, the number next to it, then the reason in words. One template with little within
 * it: each one more is a piece to copy for every row.
 */
export function renderRow(row: FloorRow, view: RowView, deeds: RowDeeds): TemplateResult {
  const { now, me, isGone } = view;
  const waited = row.waitSince === null ? null : Math.max(0, now - row.waitSince);
  const target = row.waitTarget === null ? null : row.waitTarget / 1_000;
  const isOverdue = waited !== null && isLate(waited / 1_000, target);
  return html`<div
    class="row choosable ${isGone ? 'gone' : ''}"
    part="row"
    role="row"
    data-id=${row.id}
    aria-rowindex=${view.place}
    aria-selected=${view.isSelected}
    tabindex=${view.isTabbable ? 0 : -1}
    @click=${() => deeds.select(row.id)}
    @dblclick=${() => deeds.open(row.id)}
  >
    <span class="c-icon" role="gridcell" title=${channelWord(row.channel)}
      >${channelIcon(row.channel)}<span class="visually-hidden">${channelWord(row.channel)}</span></span
    >
    <span class="two c-who" role="gridcell"
      ><span class="cut strong" dir="auto">${row.customer}</span
      ><span class="cut sub" dir="auto">${row.subject || t('noSubject')}</span></span
    >
    <span class="two c-queue" role="gridcell"
      ><span class="cut" dir="auto">${row.queue.name}</span
      ><span class="cut sub">${channelWord(row.channel)}</span></span
    >
    <span class="two c-agent" role="gridcell"
      ><span class="line"
        >${row.agent === null || row.agent.bot ? nothing : presenceMark(row.agent.presence, row.agent.reachable)}<span
          class="cut ${row.agent === null ? 'quiet' : ''}"
          dir="auto"
          >${row.agent === null ? t('nobody') : row.agent.name}</span
        ></span
      ><span class="cut sub">${agentNote(row, now, me)}</span></span
    >
    <span class="two c-state" role="gridcell"
      ><span class="cut">${stateWord(row.state, row.phase)}</span
      ><span class="cut sub"
        >${isGone ? t('leftTheList') : row.autoCloseAt === null ? t('since', { clock: clock(row.since) }) : t('closesAt', { when: clockOrDay(row.autoCloseAt, now) })}</span
      ></span
    >
    <span class="wait c-wait" role="gridcell"
      ><span class="num ${waited === null ? 'sub' : isOverdue ? 'late' : ''}"
        >${waited === null ? t('noWait') : duration(waited)}</span
      >${waited === null ? nothing : waitBar(waited / 1_000, target)}</span
    >
    <span class="mood c-mood" role="gridcell"
      >${row.sentiment === 0 ? nothing : sentimentPicture(row.scores, row.sentiment)}<span class="sub"
        >${sentimentWords(row.sentiment, row.scores)}</span
      ></span
    >
    <span class="two c-why" role="gridcell">${renderReasons(row, now)}</span>
    <span class="two c-last wide" role="gridcell"
      ><span class="cut" dir="auto">${row.lastPublic?.text}</span
      ><span class="cut sub" dir="auto"
        >${row.lastPublic && enumeration([row.lastPublic.from, clock(row.lastPublic.at)])}</span
      ></span
    >
    <span class="num c-moves wide" role="gridcell">${row.transfers}</span>
    <span class="cut c-closes wide" role="gridcell"
      >${row.autoCloseAt === null ? nothing : clockOrDay(row.autoCloseAt, now)}</span
    >
  </div>`;
}

/** The two most urgent reasons, a line each, and how many more there are; all of them stand below the list. */
function renderReasons({ reasons }: FloorRow, now: number): readonly TemplateResult[] {
  const shown = reasons.slice(0, 2);
  const more = reasons.length - shown.length;
  return shown.map(
    (reason, index) =>
      html`<span class="line"
        ><span class="reason ${isUrgent(reason) ? 'late' : ''}">${reasonWords(reason, now)}</span
        >${more > 0 && index === 1 ? html`<span class="sub">${t('moreReasons', { more })}</span>` : nothing}</span
      >`,
  );
}

/** What stands under the agent's name: the most telling one of a pending offer, being out of reach, having joined. */
function agentNote(row: FloorRow, now: number, me: string): string {
  if (row.pending)
    return t('offerCounts', { left: duration(Math.max(0, row.pending.until - now)), agent: row.pending.agent.name });
  if (row.agent?.unreachableSince != null && row.state === 'active')
    return t('unreachableFor', { duration: duration(now - row.agent.unreachableSince) });
  const { hand } = row;
  if (hand?.claimedBy)
    return hand.claimedBy.id === me
      ? t('handClaimedByYou', { clock: clock(hand.claimedBy.at) })
      : t('handClaimedBy', { supervisor: hand.claimedBy.name, clock: clock(hand.claimedBy.at) });
  if (row.consultants.some(({ id }) => id === me)) return t('youAreConsultant');
  if (row.agent?.bot) return t('noAgentYet');
  return '';
}
