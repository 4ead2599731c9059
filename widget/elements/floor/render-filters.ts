import { channels } from '@floorwalk/core';
import type { FloorQuery } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { LiveClient } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { channelWord, sentimentWord, t } from '../../strings/index.ts';
import type { Choice, Filter, FilterMenus } from './filter-menus.ts';

type Ask = (change: Partial<FloorQuery>) => void;

const STEPS = [1, 2, 3, 4, 5, 6, 7, 0];
const NONE: readonly never[] = [];

type Named = readonly { readonly id: string; readonly name: string }[];
const inOrder = new WeakMap<Named, readonly Choice[]>();

/** By their names; put in order once, however often the floor is drawn. */
const named = (items: Named = NONE): readonly Choice[] => {
  const known =
    inOrder.get(items) ?? items.map(({ id, name }): Choice => [id, name]).toSorted((a, b) => a[1].localeCompare(b[1]));
  inOrder.set(items, known);
  return known;
};

const filtersOf = (query: Partial<FloorQuery>, welcome: LiveClient['welcome'], ask: Ask): readonly Filter[] => [
  {
    name: 'queues',
    label: t('filterQueue'),
    all: t('filterAll'),
    options: named(welcome?.queues),
    chosen: query.queues ?? NONE,
    choose: (queues) => ask({ queues: [...queues] }),
  },
  {
    name: 'agents',
    label: t('filterAgent'),
    all: t('filterAnyone'),
    options: named(welcome?.agents),
    chosen: query.agents ?? NONE,
    choose: (agents) => ask({ agents: [...agents] }),
  },
  {
    name: 'channels',
    label: t('filterChannel'),
    all: t('filterAll'),
    options: channels.map((id): Choice => [id, channelWord(id)]),
    chosen: query.channels ?? NONE,
    choose: (picked) => ask({ channels: channels.filter((id) => picked.includes(id)) }),
  },
  {
    name: 'sentiments',
    label: t('filterSentiment'),
    all: t('filterAll'),
    options: STEPS.map((id): Choice => [String(id), sentimentWord(id)]),
    chosen: query.sentiments?.map(String) ?? NONE,
    choose: (picked) => ask({ sentiments: picked.map(Number) }),
  },
];

/** The search and the filters of the floor, each with as many values as one likes (F2). */
export const renderFilters = (
  query: Partial<FloorQuery>,
  welcome: LiveClient['welcome'],
  menus: FilterMenus,
  ask: Ask,
): TemplateResult =>
  html`<div class="filters" part="filters">
    <input
      class="field search"
      part="field"
      type="search"
      .value=${query.text ?? ''}
      placeholder=${t('searchFloor')}
      aria-label=${t('searchFloor')}
      @input=${(event: Event) => ask({ text: (event.target as HTMLInputElement).value })}
    />
    ${filtersOf(query, welcome, ask).map((filter) => menus.render(filter))}
    ${
      isFiltered(query)
        ? html`<button
            class="button plain square"
            part="button"
            type="button"
            aria-label=${t('clearFilters')}
            title=${t('clearFilters')}
            @click=${() => ask(cleared())}
          >
            ${icon('close')}
          </button>`
        : nothing
    }
  </div>`;

/** The change that takes every filter away. */
export const cleared = (): Partial<FloorQuery> => ({ text: '', queues: [], agents: [], channels: [], sentiments: [] });

/** Whether anything but the view narrows the list. */
export const isFiltered = (query: Partial<FloorQuery>): boolean =>
  [query.text, query.queues, query.agents, query.channels, query.sentiments].some((part) => (part?.length ?? 0) > 0);
