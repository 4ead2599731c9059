import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import type { FloorPicture } from '../../stores/floor-store.ts';
import { t } from '../../strings/index.ts';

/** Which rows these are, and how many have another place than shown. It is always there, so that nothing jumps. */
export const renderFoot = (floor: FloorPicture, show: () => void): TemplateResult => {
  const { isHeld, moved } = floor;
  return html`<footer class="foot">
    <span class="muted">${rangeWords(floor)}</span><span class="grow"></span>
    ${isHeld ? html`<span class="line">${icon('pause', 'small')}${t('orderHeld', { rows: moved })}</span>` : nothing}
    ${
      isHeld && moved > 0
        ? html`<button class="button" part="button" type="button" @click=${show}>
            ${t('show')} <kbd class="key" aria-hidden="true">U</kbd>
          </button>`
        : nothing
    }
  </footer>`;
};

/** Rows that have left the list but are still shown while the order is held are not of the range. */
const rangeWords = ({ order, total, offset, gone }: FloorPicture): string => {
  const shown = order.length - gone;
  const last = Math.min(offset + shown, total);
  return last <= offset ? '' : t('range', { first: offset + 1, last, total });
};
