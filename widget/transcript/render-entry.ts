import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { DraftRequestedEvent, RetryRequestedEvent } from '../events/message-events.ts';
import { icon } from '../icons/index.ts';
import { clock, clockWithSeconds, noticeWords, shortName, t } from '../strings/index.ts';
import type { Receipt, TranscriptEntry, TranscriptReader } from './entry.ts';

type MessageEntry = Extract<TranscriptEntry, { type: 'message' }>;
type NoticeEntry = Extract<TranscriptEntry, { type: 'notice' }>;

/** One line of the transcript: a bubble that floats, a slip that touches the edge, or a notice. */
export const renderEntry = (entry: TranscriptEntry, reader: TranscriptReader): TemplateResult => {
  if (entry.type === 'notice') return renderNotice(entry);
  return entry.plane === 'internal' ? renderSlip(entry, reader) : renderBubble(entry, reader);
};

const isOwn = ({ from }: MessageEntry, { self }: TranscriptReader): boolean =>
  from.kind !== 'customer' && from.id === self;

const renderBubble = (entry: MessageEntry, reader: TranscriptReader): TemplateResult => {
  const own = isOwn(entry, reader);
  const customers = entry.from.kind === 'customer';
  const kind = customers ? 'customer' : own ? 'staff mine' : 'staff';
  return html`<div class="message ${kind}" part="message" data-plane="public" data-status=${entry.status ?? 'sent'}>
    <span class="meta"
      >${entry.from.kind === 'bot' ? icon('bot', 'small') : nothing}<b class="cut"
        ><bdi>${own ? t(entry.from.kind === 'agent' ? 'you' : 'youPublicly') : entry.from.name}</bdi></b
      ><span>${clock(entry.at)}</span>${renderSending(entry)}</span
    >
    <div class="bubble" dir="auto">${entry.text}</div>
    ${renderFailed(entry)}${renderFate(entry)}
  </div>`;
};

const renderSlip = (entry: MessageEntry, reader: TranscriptReader): TemplateResult => {
  const own = isOwn(entry, reader);
  const name = own ? t('you') : entry.from.name;
  return html`<div class="slip" part="slip" data-plane="internal" data-status=${entry.status ?? 'sent'}>
    <span class="meta"
      ><b>${icon('crossedEye', 'small')}${t('internal')}</b
      ><span class="cut"><bdi>${t('authorAt', { name, clock: clock(entry.at) })}</bdi></span
      >${renderSending(entry)}</span
    >
    <div class="text" dir="auto">${entry.text}</div>
    ${renderFailed(entry)}${renderFate(entry)}
    ${
      reader.mayDraft && !own && entry.status === undefined
        ? html`<button
            class="button draft"
            part="button"
            type="button"
            @click=${(event: Event) => event.target?.dispatchEvent(new DraftRequestedEvent(entry.id, entry.text))}
          >
            ${icon('out')}${t('makeDraft', { customer: shortName(reader.customer) })}
          </button>`
        : nothing
    }
  </div>`;
};

const renderSending = ({ status }: MessageEntry): TemplateResult | typeof nothing =>
  status === 'sending' ? html`<span class="tick">${icon('clock', 'small')}${t('sending')}</span>` : nothing;

const renderFailed = ({ status, plane, id }: MessageEntry): TemplateResult | typeof nothing =>
  status === 'failed'
    ? html`<div class="failed">
        ${icon('warning', 'small')}<span class="grow"
          >${plane === 'internal' ? t('noteNotAdded') : t('messageNotSent')}
          ${plane === 'internal' ? t('cannotAddTwice') : t('cannotSendTwice')}</span
        ><button
          class="button"
          part="button"
          type="button"
          @click=${(event: Event) => event.target?.dispatchEvent(new RetryRequestedEvent(plane, id))}
        >
          ${t('tryAgain')}
        </button>
      </div>`
    : nothing;

const renderNotice = (entry: NoticeEntry): TemplateResult =>
  html`<div class="notice" part="notice" data-kind=${entry.kind}>
    <span dir="auto">${t('noticeAt', { words: noticeWords(entry.kind, entry.params), clock: clock(entry.at) })}</span
    >${entry.delivery ? nothing : renderReceipt(entry.receipt)}${renderFate(entry)}
  </div>`;

/** How it fared on the customer's channel, and whether Teams showed it (N2); nothing where nobody said. */
const renderFate = ({ delivery, unshown }: TranscriptEntry): TemplateResult | typeof nothing => {
  if (delivery === undefined && unshown === undefined) return nothing;
  const said =
    delivery === 'failed' || delivery === 'unknown'
      ? html`<span class="failed" data-delivery=${delivery}
          >${icon('warning', 'small')}${t(delivery === 'failed' ? 'deliveryFailed' : 'deliveryUnknown')}</span
        >`
      : delivery &&
        html`<span class="tick" data-delivery=${delivery}
          >${icon(delivery === 'sent' ? 'tick' : 'doubleTick', 'small')}${t(delivery === 'sent' ? 'deliverySent' : 'delivered')}</span
        >`;
  const inTeams =
    unshown &&
    html`<span class="failed" data-delivery="teams"
      >${icon('warning', 'small')}${t('teamsUnknown', { names: unshown })}</span
    >`;
  return html`${said || nothing}${inTeams || nothing}`;
};

/** What is known of the customer's having seen a notice (N2); nothing where the customer got none. */
export const renderReceipt = (receipt: Receipt): TemplateResult | typeof nothing => {
  if (receipt === undefined || receipt === null) return nothing;
  if (receipt !== 'none' && typeof receipt.seenAt === 'number') {
    return html`<span class="tick"
      >${icon('doubleTick', 'small')}${t('customerInformed', { clock: clockWithSeconds(receipt.seenAt) })}</span
    >`;
  }
  return receipt === 'none' || receipt.channel === false
    ? html`<span class="tick">${icon('tick', 'small')}${t('noReceipt')}</span>`
    : html`<span class="tick">${icon('clock', 'small')}${t('notSeenYet')}</span>`;
};
