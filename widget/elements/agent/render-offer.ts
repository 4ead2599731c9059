import type { DeskItem } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { countdownRing } from '../../pictures/index.ts';
import { channelWord, sentimentWord, t } from '../../strings/index.ts';

export interface OfferView {
  readonly now: number;
  /** The key accepts the first offer only. */
  readonly isFirst?: boolean;
  readonly onAccept: () => void;
  readonly onReject: () => void;
}

/** One offer with its countdown and, where there is one, the handover card (A5, T5). */
export function renderOffer(
  { row, handover, units }: DeskItem,
  { now, isFirst, onAccept, onReject }: OfferView,
): TemplateResult | typeof nothing {
  const { pending } = row;
  if (!pending) return nothing;
  const by = pending.by?.name ?? '';
  const why = pending.transfer
    ? t('offerTransfer', { from: row.agent?.name ?? '', by })
    : by
      ? t('offerAssignedBy', { supervisor: by })
      : t('offerNew', { queue: row.queue.name });
  const promised =
    handover?.promised && handover.promisedBy
      ? t('promisedBy', { what: handover.promised, by: handover.promisedBy })
      : handover?.promised;
  const card = (
    [
      ['wants', handover?.wants],
      ['tried', handover?.tried],
      ['promised', promised],
      ['lastQuestion', handover?.lastQuestion],
      ['factSentiment', sentimentOf(handover?.sentiment)],
      ['reason', handover?.reason],
    ] as const
  ).filter(([, words]) => words);
  return html`<section
    class="panel offer"
    part="offer"
    aria-label=${t('labelled', { label: t('offer'), words: row.customer })}
  >
    <div class="block">
      <div class="line">
        ${countdownRing(Math.max(0, pending.until - now), pending.until - pending.at)}
        <div class="two grow">
          <span class="muted">${why}</span><span class="strong cut" dir="auto">${row.customer}</span>
          <span class="muted cut" dir="auto">${row.subject}</span>
          <span class="muted"
            >${t('offerFacts', { channel: channelWord(row.channel), queue: row.queue.name, units: t('units', { units }) })}</span
          >
        </div>
      </div>
      ${
        card.length > 0
          ? html`<dl part="handover">
              ${card.map(
                ([key, words]) =>
                  html`<dt>${t(key)}</dt>
                    <dd dir="auto">${words}</dd>`,
              )}
            </dl>`
          : nothing
      }
      <div class="line">
        <button class="button primary" part="button primary" type="button" @click=${onAccept}>
          ${t('accept')} ${isFirst ? html`<kbd class="key">${t('keyAccept')}</kbd>` : nothing}
        </button>
        <button class="button" part="button" type="button" @click=${onReject}>${t('reject')}</button>
      </div>
    </div>
  </section>`;
}

/** The step that the card carries, in words; empty where it carries none. */
const sentimentOf = (step = ''): string => (/^[1-7]$/u.test(step) ? sentimentWord(Number(step)) : '');
