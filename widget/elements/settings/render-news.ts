import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { ta } from '../../strings/administrator.ts';
import { clock, t } from '../../strings/index.ts';
import type { Whole } from './directory.ts';
import { placeOf, type Place } from './sections.ts';
import type { SettingsDesk } from './settings-desk.ts';
import type { NewsItem } from './settings-news.ts';

/** Who saved it and when, as a list or a strip says it. */
export const newsWords = ({ who, at }: NewsItem): string =>
  who === undefined || at === undefined ? ta('newsMark') : ta('newsMarkBy', { who, clock: clock(at) });

/** Something else than what is open was saved, with the way to it. */
export function renderNews(
  desk: SettingsDesk,
  whole: Whole,
  look: (place: Place) => void,
): TemplateResult | typeof nothing {
  const item = desk.news.latest;
  if (!item) return nothing;
  const place = placeOf(whole, item.entry);
  const { name } = place;
  return html`<div class="strip still news" part="status" role="status">
    ${icon('note')}<span dir="auto"><strong>${name}</strong> · ${newsWords(item)}</span>
    <button class="button" part="button" type="button" @click=${() => look(place)}>${ta('newsLook')}</button>
    <button
      class="button plain square"
      part="button"
      type="button"
      aria-label=${t('close')}
      @click=${() => desk.readNews()}
    >
      ${icon('close')}
    </button>
  </div>`;
}
