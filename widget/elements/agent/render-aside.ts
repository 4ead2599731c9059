import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { duration, initials, list, t } from '../../strings/index.ts';

/** Who is here, with what each of them is, and who watches where the policy tells (M7). */
export const renderPeople = (detail: Detail, level: number): TemplateResult =>
  html`<div class="block" part="people">
    <div role="heading" aria-level=${level} class="strong">${t('whoIsHere')}</div>
    ${person(detail.customer.name, t('roleCustomer'), true)}
    ${detail.primary ? person(detail.primary.name, t('rolePrimary')) : nothing}
    ${detail.consultants.map(({ name }) => person(name, t('roleConsultant')))}
    ${detail.consultees.map(({ name }) => person(name, t('roleConsultee')))}
    ${detail.watchers && detail.watchers.length > 0 ? html`<div class="line muted">${icon('eye')}<span class="cut">${t('watching', { names: list(detail.watchers.map(({ name }) => name)) })}</span></div>` : nothing}
  </div>`;

const person = (name: string, role: string, isCustomer = false): TemplateResult =>
  html`<div class="line">
    <span class=${isCustomer ? 'who customer' : 'who'} aria-hidden="true">${initials(name)}</span
    ><span class="cut" dir="auto">${name}</span><span class="muted">${role}</span>
  </div>`;

/** How long the customer waits, and how fast this conversation was answered. */
export function renderTimes(detail: Detail, level: number, now: number): TemplateResult {
  const wait = detail.waitSince === null ? null : Math.max(0, now - detail.waitSince);
  const isLate = wait !== null && detail.waitTarget !== null && wait > detail.waitTarget;
  const customer = detail.customer.name;
  return html`<div class="block">
    <div role="heading" aria-level=${level} class="strong">${t('times')}</div>
    <dl class="facts">
      <dt>
        ${detail.waitTarget === null ? t('customerWaits', { customer }) : t('customerWaitsTarget', { customer, target: duration(detail.waitTarget) })}
      </dt>
      <dd class=${isLate ? 'late' : ''}>${wait === null ? t('noWait') : duration(wait)}</dd>
      <dt>${t('yourLastReply')}</dt>
      <dd>${detail.lastReplyMs === null ? t('noReplyYet') : duration(detail.lastReplyMs)}</dd>
      <dt>${t('yourMedianReply')}</dt>
      <dd>${detail.medianReplyMs === null ? t('noReplyYet') : duration(detail.medianReplyMs)}</dd>
    </dl>
  </div>`;
}

/** The record on the host's side that the conversation is about (C3). */
export const renderRecord = ({ context }: Detail, level: number): TemplateResult | typeof nothing =>
  context === null
    ? nothing
    : html`<div class="block">
        <div role="heading" aria-level=${level} class="strong">${t('attachedRecord')}</div>
        <span class="cut" dir="auto">${context.type} ${context.id}</span>
      </div>`;
