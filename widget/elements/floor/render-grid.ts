import type { FloorQuery, SortColumn } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../icons/index.ts';
import type { FloorPicture } from '../../stores/floor-store.ts';
import { t } from '../../strings/index.ts';
import { drawnRows, type Seen } from './drawn-rows.ts';
import { renderRow, type RowDeeds } from './floor-row.ts';
import { columns } from './floor-words.ts';
import type { Heights } from './row-heights.ts';

/** What the list is told besides its rows. */
export interface GridView extends Heights {
  readonly seen: Seen;
  /** Whether rows beyond those that are seen are drawn too. */
  readonly isWhole: boolean;
  readonly query: Partial<FloorQuery>;
  /** The server's clock, to the second. */
  readonly now: number;
  /** Who looks. */
  readonly me: string;
  readonly selected: string;
  readonly isLive: boolean;
  /** What is said under a row, over the rows below it. */
  readonly below: { readonly id: string; readonly content: TemplateResult } | undefined;
}

/** What is done in the list. */
export interface GridDeeds extends RowDeeds {
  readonly sort: (column: SortColumn) => void;
  readonly scroll: (event: Event) => void;
  readonly key: (event: KeyboardEvent) => void;
  /** Pointer or focus came into the list or left it (F4). */
  readonly hold: (isHeld: boolean, to?: Node | null) => void;
}

/** The rows in their window, with room for those before and after it. Styles are set as properties: a strict page allows no others. */
export const renderGrid = (floor: FloorPicture, view: GridView, deeds: GridDeeds): TemplateResult => {
  const { order, total } = floor;
  const tabbable = order.includes(view.selected) ? view.selected : order[0];
  const kept = order.indexOf(tabbable ?? '');
  const places = placesOf(floor, drawnRows(order.length, floor.offset, view.seen, kept, view.isWhole));
  return html`<div
    class="scroller ${view.isLive ? '' : 'stale'}"
    @scroll=${deeds.scroll}
    @pointerenter=${() => deeds.hold(true)}
    @pointerleave=${() => deeds.hold(false)}
    @focusin=${() => deeds.hold(true)}
    @focusout=${(event: FocusEvent) => deeds.hold(false, event.relatedTarget as Node | null)}
  >
    <div part="grid" role="grid" aria-label=${t('conversations')} aria-rowcount=${total + 1} @keydown=${deeds.key}>
      ${renderHeads(view.query, deeds.sort)}
      ${repeat(
        places,
        (place) => place.id ?? place.index,
        ({ index, before, id }) =>
          id === undefined
            ? renderGap(before * view.rowHeight)
            : keptRow(floor, view, deeds, id, index, id === tabbable),
      )}
    </div>
    ${renderBelow(floor, view)}
  </div>`;
};

/** A row that is drawn, or room for so many that are not. */
interface PlaceInList {
  readonly index: number;
  readonly before: number;
  readonly id?: string;
}

/** The drawn rows, with room for those before, between and after them. */
function placesOf({ order, offset, total }: FloorPicture, drawn: readonly number[]): readonly PlaceInList[] {
  const places: PlaceInList[] = [];
  let next = -offset;
  for (const index of drawn) {
    if (index > next) places.push({ index: -places.length - 1, before: index - next });
    const id = order[index];
    if (id !== undefined) places.push({ index, before: 0, id });
    next = index + 1;
  }
  places.push({ index: -places.length - 1, before: Math.max(order.length, total - offset) - next });
  return places;
}

const renderGap = (size: number): TemplateResult =>
  html`<div role="presentation" .style=${`block-size: ${size}px`}></div>`;

/** It lies over the rows and moves none; where its row is not in the window, at the end of what is seen. */
const renderBelow = ({ order, offset }: FloorPicture, { below, rowHeight, headHeight }: GridView) => {
  if (!below) return nothing;
  const index = order.indexOf(below.id);
  const top = `${headHeight + (offset + index + 1) * rowHeight}px`;
  return index < 0
    ? html`<div class="below loose">${below.content}</div>`
    : html`<div class="below" .style=${`inset-block-start: ${top}`}>${below.content}</div>`;
};

/** A row is made anew only where something of it changed, a second has passed, or another language is spoken. */
const keptRow = (
  floor: FloorPicture,
  { now, me, selected }: GridView,
  deeds: GridDeeds,
  id: string,
  index: number,
  isTabbable: boolean,
): DirectiveResult | typeof nothing => {
  const row = floor.rows.get(id);
  if (!row) return nothing;
  const isGone = floor.isGone(id);
  const place = floor.offset + index + 2;
  const isSelected = id === selected;
  return guard([row, isGone, place, isSelected, isTabbable, now, me, t('floor')], () =>
    renderRow(row, { now, me, isGone, place, isSelected, isTabbable }, deeds),
  );
};

const renderHeads = (query: Partial<FloorQuery>, sort: (column: SortColumn) => void): TemplateResult => {
  const now = query.sort ?? 'attention';
  const direction = query.descending === false ? 'ascending' : 'descending';
  return html`<div class="row heads" role="row" aria-rowindex="1">
    ${columns.map(
      ([column, key, name]) =>
        html`<span
          class=${name}
          role="columnheader"
          aria-sort=${ifDefined(column === null ? undefined : column === now ? direction : 'none')}
        >
          ${
            column === null
              ? t(key)
              : html`<button type="button" @click=${() => sort(column)}>
                  <span class=${column === 'channel' ? 'visually-hidden' : ''}>${t(key)}</span
                  >${column === now ? icon('sort', 'small') : nothing}
                </button>`
          }
        </span>`,
    )}
  </div>`;
};
