import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CustomerRetryEvent } from '../events/customer-events.ts';
import { customerIcon } from '../icons/customer-icon.ts';
import { clock, customerNoticeWords, customerT, isCustomerNotice, shortName } from '../strings/customer/index.ts';
import type { CustomerEntry } from './entry.ts';

type Message = Extract<CustomerEntry, { type: 'message' }>;

/** One line of the customer's chat; a notice of a kind that customers are not shown is left out. */
export const renderCustomerEntry = (entry: CustomerEntry): TemplateResult | typeof nothing => {
  if (entry.type === 'message') return entry.from.kind === 'customer' ? renderOwn(entry) : renderTheirs(entry);
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

const renderOwn = (entry: Message): TemplateResult =>
  html`<div class="message me" part="message" data-status=${entry.status ?? 'sent'}>
    <span class="visually-hidden">${customerT('you')}: </span>
    <div class="bubble" dir="auto">${entry.text}</div>
    <span class="meta">${renderStatus(entry)}</span>
  </div>`;

const renderStatus = ({ id, status = 'sent', at }: Message): TemplateResult => {
  switch (status) {
    case 'sending':
      return html`${customerIcon('clock', 'small')}${customerT('sending')}`;
    case 'kept':
      return html`${customerIcon('clock', 'small')}${customerT('goesOutLater')}`;
    case 'failed':
      return html`<button
        class="button plain failed"
        part="button"
        type="button"
        @click=${(event: Event) => event.target?.dispatchEvent(new CustomerRetryEvent(id))}
      >
        ${customerIcon('warning', 'small')}${customerT('notSent')}
      </button>`;
    case 'sent':
      return html`${customerIcon('tick', 'small')}${customerT('sentAt', { clock: clock(at) })}`;
  }
};
