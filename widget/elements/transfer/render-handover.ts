import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { live as fromPage } from 'lit/directives/live.js';
import { sentimentPicture } from '../../pictures/index.ts';
import { sentimentWord, t } from '../../strings/index.ts';

/** The card while it is written; a field that is not there is empty. */
export type Card = Readonly<Record<string, string>>;

const fields = [
  ['wants', 'handoverWants'],
  ['lastQuestion', 'handoverLastQuestion'],
  ['tried', 'handoverTried'],
  ['promised', 'handoverPromised'],
  ['promisedBy', 'handoverBy'],
  ['reason', 'transferReason'],
] as const;
const steps = [1, 2, 3, 4, 5, 6, 7] as const;

/** What the next agent reads before they accept: drafted from the transcript, all of it the supervisor's to change (T5). */
export function renderHandover(
  card: Card,
  about: Pick<Detail, 'scores' | 'sentiment' | 'customer'> | undefined,
  onChange: (field: string, words: string) => void,
): TemplateResult {
  return html`<div class="card" part="handover">
    <h3>${t('handoverCard')} <span class="muted">${t('handoverSource')}</span></h3>
    <label class="whole mood">
      <span class="label">${t('factSentiment')}</span>
      ${about ? sentimentPicture(about.scores, about.sentiment) : nothing}
      <select
        class="field"
        part="field"
        @change=${(event: Event) => onChange('sentiment', (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!card['sentiment']}>${sentimentWord(0)}</option>
        ${steps.map((step) => html`<option value=${step} ?selected=${card['sentiment'] === String(step)}>${sentimentWord(step)}</option>`)}
      </select>
    </label>
    ${fields.map(
      ([field, label]) =>
        html`<label>
          <span class="label">${t(label)}</span>
          <textarea
            class="field"
            part="field"
            dir="auto"
            rows="1"
            maxlength="2000"
            .value=${fromPage(card[field] ?? '')}
            @input=${(event: Event) => onChange(field, (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>`,
    )}
    ${about ? html`<p class="whole muted">${t('handoverNeverCustomer', { customer: about.customer.name })}</p>` : nothing}
  </div>`;
}
