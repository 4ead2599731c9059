import { html, nothing, type TemplateResult } from 'lit/html.js';
import { customerIcon } from '../../icons/customer-icon.ts';
import { clock, customerNoticeWords, customerT, isCustomerNotice, shortName } from '../../strings/customer/index.ts';
import type { CustomerEntry } from './entry.ts';

type Message = Extract<CustomerEntry, { type: 'message' }>;

/** Sends again under the same id what failed. */
export type Retry = (id: string) => void;

/** One line of the customer's chat; a notice of a kind that customers are not shown is left out. */
export const renderEntry = (entry: CustomerEntry, retry: Retry): TemplateResult | typeof nothing => {
  if (entry.type === 'message') return entry.from.kind === 'customer' ? renderOwn(entry, retry) : renderTheirs(entry);
  if (!isCustomerNotice(entry.kind)) return nothing;
  const words = customerNoticeWords(entry.kind, entry.params);
  return html`<p class="notice" part="notice" dir="auto">
    ${customerT('noticeAt', { words, clock: clock(entry.at) })}
  </p>`;
};

const renderTheirs = (entry: Message): TemplateResult =>
  html`<div class="message them" part="message">
    <div class="bubble" dir="auto">${entry.text}</div>
    <span class="meta"
      ><span class="visually-hidden">, </span>${entry.from.kind === 'bot' ? customerIcon('bot', 'small') : nothing}<bdi
        class="cut"
        >${customerT('authorAt', { name: shortName(entry.from.name), clock: clock(entry.at) })}</bdi
      ></span
    >
  </div>`;

const renderOwn = (entry: Message, retry: Retry): TemplateResult =>
  html`<div class="message me" part="message" data-status=${entry.status ?? 'sent'}>
    <span class="visually-hidden">${customerT('you')}: </span>
    <div class="bubble" dir="auto">${entry.text}</div>
    <span class="meta">${renderStatus(entry, retry)}</span>
  </div>`;

const renderStatus = ({ id, status = 'sent', at }: Message, retry: Retry): TemplateResult => {
  switch (status) {
    case 'sending':
      return html`${customerIcon('clock', 'small')}${customerT('sending')}`;
    case 'kept':
      return html`${customerIcon('clock', 'small')}${customerT('goesOutLater')}`;
    case 'failed':
      return html`<button class="button plain failed" part="button" type="button" @click=${() => retry(id)}>
        ${customerIcon('warning', 'small')}${customerT('notSent')}
      </button>`;
    case 'sent':
      return html`${customerIcon('tick', 'small')}${customerT('sentAt', { clock: clock(at) })}`;
  }
};
