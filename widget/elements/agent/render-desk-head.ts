import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { countdownRing, sentimentPicture } from '../../pictures/index.ts';
import {
  channelWord,
  clock,
  clockOrDay,
  duration,
  enumeration,
  initials,
  refusalHint,
  sentimentWords,
  t,
} from '../../strings/index.ts';
import { actWords, shownActs, type Act } from './desk-acts.ts';

/** Who and what it is about, since when it is this agent's, and what can be done with it; what is off says why (R1). */
export const renderDeskHead = (detail: Detail, level: number, onAct: (act: Act) => void): TemplateResult =>
  html`<header class="head" part="header">
    <span class="who customer big" aria-hidden="true">${initials(detail.customer.name)}</span>
    <div class="grow two">
      <span role="heading" aria-level=${level} class="title strong cut" dir="auto"
        >${detail.subject || t('noSubject')}</span
      >
      <span class="muted cut" dir="auto">${enumeration(factsOf(detail))}</span>
    </div>
    <span class="line wraps"
      >${shownActs(detail).map((act) => {
        const no = detail.may[act] ?? null;
        return html`<button
          class="button"
          part="button"
          type="button"
          aria-disabled=${no !== null}
          title=${no === null ? '' : refusalHint(no, act, detail.state, detail.phase)}
          @click=${() => no === null && onAct(act)}
        >
          ${t(actWords[act])}
        </button>`;
      })}</span
    >
  </header>`;

const factsOf = ({ customer, channel, queue, role, primarySince }: Detail): readonly string[] => [
  customer.name,
  channelWord(channel),
  queue.name,
  ...(role === 'primary' && primarySince !== null ? [t('withYouSince', { clock: clock(primarySince) })] : []),
];

/** Who helps, since when, and whether the customer was told of each of them; and how the customer feels (N2). */
export const renderHere = (detail: Detail): TemplateResult =>
  html`<div class="here line" part="people">
    <span class="grow muted"
      >${detail.consultants.map((one) => html`<span>${consultantWords(one, detail)} </span>`)}</span
    >
    ${detail.sentiment === 0 ? nothing : sentimentPicture(detail.scores, detail.sentiment)}<span class="muted"
      >${sentimentWords(detail.sentiment, detail.scores)}</span
    >
  </div>`;

function consultantWords({ name, since, told }: Detail['consultants'][number], detail: Detail): string {
  const words = { name, clock: clock(since), customer: detail.customer.name };
  if (told === null) return t('consultantNotTold', words);
  if (told.seenAt !== null) return t('consultantTold', { ...words, seen: clock(told.seenAt) });
  return t(detail.receiptsKnown ? 'consultantToldUnseen' : 'consultantToldNoReceipt', words);
}

/** The clock of a conversation that closes by itself: what is left of the after-work, or of waiting (C4). */
export function renderDeadline(detail: Detail, now: number): TemplateResult | typeof nothing {
  const { state, autoCloseAt, since } = detail;
  if (state !== 'wrap-up' && state !== 'waiting') return nothing;
  if (autoCloseAt === null && state === 'waiting') return nothing;
  const left = Math.max(0, (autoCloseAt ?? now) - now);
  const words =
    autoCloseAt === null
      ? t('wrapUpOpen')
      : state === 'waiting'
        ? t('parkedCloses', { when: clockOrDay(autoCloseAt, now) })
        : t('wrapUpCloses', { clock: clock(autoCloseAt), left: duration(Math.ceil(left / 1_000) * 1_000) });
  return html`<div class="strip still" part="status">
    ${autoCloseAt !== null && state === 'wrap-up' ? countdownRing(left, autoCloseAt - since) : icon('pause')}<span
      >${words}</span
    >
  </div>`;
}
