import type { FloorQuery } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import type { FloorPicture } from '../../stores/floor-store.ts';
import { t } from '../../strings/index.ts';
import { cleared, isFiltered } from './render-filters.ts';

type Ask = (change: Partial<FloorQuery>) => void;

/** What stands in place of rows: the first load, a filter that leaves nothing, or a view with nothing in it. */
export const renderEmpty = (
  { isLoading, counts }: FloorPicture,
  query: Partial<FloorQuery>,
  queues: number | undefined,
  ask: Ask,
): TemplateResult => {
  if (isLoading && Object.keys(counts).length === 0) return renderBones(queues);
  const all = counts['all'] ?? 0;
  if (isFiltered(query))
    return html`<div class="empty" part="status">
      ${icon('filter')}
      <strong>${t('noMatch')}</strong>
      <p>${t('onTheFloor', { total: all })}</p>
      <button class="button" part="button" type="button" @click=${() => ask(cleared())}>${t('clearFilters')}</button>
    </div>`;
  const isCalm = query.view === 'attention';
  return html`<div class="empty" part="status">
    ${icon('tick')}
    <strong>${isCalm ? t('nothingNeedsAttention') : t('nothingInView')}</strong>
    <p>
      ${isCalm ? t('nothingNeedsAttentionMore', { active: counts['active'] ?? 0 }) : t('onTheFloor', { total: all })}
    </p>
    ${
      (query.view ?? 'all') === 'all'
        ? ''
        : html`<button class="button" part="button" type="button" @click=${() => ask({ view: 'all' })}>
            ${t('showAll', { total: all })}
          </button>`
    }
  </div>`;
};

/** Still bones, so that nothing jumps when the rows come. */
const renderBones = (queues: number | undefined): TemplateResult =>
  html`<div class="bones" part="status">
    <div class="strip still" role="status">
      ${icon('clock')}<span
        >${queues === undefined ? t('gettingTheFloorFirst') : t('gettingTheFloor', { queues })}</span
      >
    </div>
    ${Array.from({ length: 6 }, () => html`<div class="bone-row"><i></i><i></i><i></i></div>`)}
  </div>`;
