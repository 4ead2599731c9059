import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { isLate, sentimentPicture, waitBar } from '../../pictures/index.ts';
import { clockWithSeconds, duration, initials, list, sentimentWords, t } from '../../strings/index.ts';

/** Sentiment, wait and reply times: what a supervisor looks at first (M2). */
export function renderFacts(detail: Detail, now: number): TemplateResult {
  const wait = detail.waitSince === null ? null : Math.max(0, now - detail.waitSince);
  const target = detail.waitTarget;
  const late = wait !== null && isLate(wait / 1_000, target === null ? null : target / 1_000);
  return html`<dl class="facts" part="facts">
    <div class="fact">
      <dt>${t('factSentiment')}</dt>
      <dd>
        ${detail.sentiment === 0 ? nothing : sentimentPicture(detail.scores, detail.sentiment)}<span
          >${sentimentWords(detail.sentiment, detail.scores)}</span
        >
      </dd>
    </div>
    <div class="fact">
      <dt>${target === null ? t('factWait') : t('factWaitTarget', { target: duration(target) })}</dt>
      <dd>
        ${wait === null ? html`<span>${t('noWait')}</span>` : html`<span class=${late ? 'late' : ''}>${duration(wait)}</span>${waitBar(wait / 1_000, target === null ? null : target / 1_000)}`}
      </dd>
    </div>
    <div class="fact">
      <dt>${t('factLastReply')}</dt>
      <dd>${detail.lastReplyMs === null ? t('noReplyYet') : duration(detail.lastReplyMs)}</dd>
    </div>
    <div class="fact">
      <dt>${t('factMedianReply')}</dt>
      <dd>${detail.medianReplyMs === null ? t('noReplyYet') : duration(detail.medianReplyMs)}</dd>
    </div>
  </dl>`;
}

/** Who is here and who watches; the customer is round, the house square. */
export function renderPeople(detail: Detail, me: string): TemplateResult {
  const person = (id: string, name: string, role: string, isCustomer = false): TemplateResult =>
    html`<span class="person"
      ><span class="who ${isCustomer ? 'customer' : ''}" aria-hidden="true">${initials(name)}</span
      ><span class="cut" dir="auto">${id === me ? t('you') : name}</span><span class="muted">${role}</span></span
    >`;
  const watchers = detail.watchers?.filter(({ id }) => id !== me) ?? [];
  const receipt = Object.values(detail.receipts).findLast(({ kind }) => kind === 'consultantJoined');
  return html`<div class="people" part="people">
    ${person('', detail.customer.name, t('roleCustomer'), true)}
    ${detail.primary ? person(detail.primary.id, detail.primary.name, detail.primary.bot ? t('roleBot') : t('rolePrimary')) : nothing}
    ${detail.consultants.map(({ id, name }) => person(id, name, t('roleConsultant')))}
    ${detail.consultees.map(({ id, name }) => person(id, name, t('roleConsultee')))}
    ${watchers.length > 0 ? html`<span class="person muted" part="roster">${icon('eye')}${t('watching', { names: list(watchers.map(({ name }) => name)) })}</span>` : nothing}
    ${receipt ? renderReceipt(receipt.seenAt, detail.receiptsKnown) : nothing}
  </div>`;
}

/** Whether the customer has been told that a supervisor joined (N2). */
function renderReceipt(seenAt: number | null, isKnown: boolean): TemplateResult {
  if (!isKnown) return html`<span class="person muted">${icon('tick')}${t('noReceipt')}</span>`;
  return seenAt === null
    ? html`<span class="person muted">${icon('clock')}${t('notSeenYet')}</span>`
    : html`<span class="person muted"
        >${icon('doubleTick')}${t('customerInformed', { clock: clockWithSeconds(seenAt) })}</span
      >`;
}
