import { channels } from '@floorwalk/core';
import type { FloorQuery } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { LiveClient } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { channelWord, sentimentWord, t } from '../../strings/index.ts';
import { FloorwalkChoices, type Choice, type ChoicesChangedEvent } from './choices.ts';
import { define } from '../../define/define.ts';
import { allParts } from '../panel/all-parts.ts';

define('floorwalk-choices', FloorwalkChoices);

type Ask = (change: Partial<FloorQuery>) => void;

const STEPS = [1, 2, 3, 4, 5, 6, 7, 0];

const choices = (
  label: string,
  all: string,
  options: readonly Choice[],
  chosen: readonly string[] | undefined,
  pick: (values: readonly string[]) => void,
): TemplateResult =>
  html`<floorwalk-choices
    exportparts=${allParts}
    label=${label}
    all=${all}
    .options=${options}
    .chosen=${chosen ?? []}
    @floorwalk-choices-changed=${(event: ChoicesChangedEvent) => pick(event.chosen)}
  ></floorwalk-choices>`;

type Named = readonly { readonly id: string; readonly name: string }[];
const inOrder = new WeakMap<Named, readonly Choice[]>();

/** By their names; put in order once, however often the floor is drawn. */
const named = (items: Named = []): readonly Choice[] => {
  const known =
    inOrder.get(items) ?? items.map(({ id, name }): Choice => [id, name]).toSorted((a, b) => a[1].localeCompare(b[1]));
  inOrder.set(items, known);
  return known;
};

/** The search and the filters of the floor, each with as many values as one likes (F2). */
export const renderFilters = (query: Partial<FloorQuery>, welcome: LiveClient['welcome'], ask: Ask): TemplateResult =>
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
    ${choices(t('filterQueue'), t('filterAll'), named(welcome?.queues), query.queues, (queues) =>
      ask({ queues: [...queues] }),
    )}
    ${choices(t('filterAgent'), t('filterAnyone'), named(welcome?.agents), query.agents, (agents) =>
      ask({ agents: [...agents] }),
    )}
    ${choices(
      t('filterChannel'),
      t('filterAll'),
      channels.map((id): Choice => [id, channelWord(id)]),
      query.channels,
      (picked) => ask({ channels: channels.filter((id) => picked.includes(id)) }),
    )}
    ${choices(
      t('filterSentiment'),
      t('filterAll'),
      STEPS.map((id): Choice => [String(id), sentimentWord(id)]),
      query.sentiments?.map(String),
      (picked) => ask({ sentiments: picked.map(Number) }),
    )}
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
