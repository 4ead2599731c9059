import { channels } from '@floorwalk/core';
import type { FloorQuery } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import type { LiveClient } from '../../client/index.ts';
import { channelWord, sentimentWord, t } from '../../strings/index.ts';

type Ask = (change: Partial<FloorQuery>) => void;
type Option = readonly [value: string, words: string];

const STEPS = [1, 2, 3, 4, 5, 6, 7, 0];

const choice = (
  label: string,
  all: string,
  options: readonly Option[],
  value: string | undefined,
  pick: (values: string[]) => void,
): TemplateResult =>
  html`<select
    class="field ${value === undefined ? '' : 'chosen'}"
    part="field"
    aria-label=${label}
    @change=${(event: Event) => {
      const { value: picked } = event.target as HTMLSelectElement;
      pick(picked === '' ? [] : [picked]);
    }}
  >
    <option value="" ?selected=${value === undefined}>${label}: ${all}</option>
    ${options.map(([id, words]) => html`<option value=${id} ?selected=${id === value}>${words}</option>`)}
  </select>`;

const named = (items: readonly { readonly id: string; readonly name: string }[] | undefined): readonly Option[] =>
  (items ?? []).map(({ id, name }) => [id, name]);

/** The search and the filters of the floor (F2). */
export const renderFilters = (query: Partial<FloorQuery>, welcome: LiveClient['welcome'], ask: Ask): TemplateResult => {
  const step = query.sentiments?.[0];
  return html`<div class="filters" part="filters">
    <input
      class="field search"
      part="field"
      type="search"
      .value=${query.text ?? ''}
      placeholder=${t('searchFloor')}
      aria-label=${t('searchFloor')}
      @input=${(event: Event) => ask({ text: (event.target as HTMLInputElement).value })}
    />
    ${choice(t('filterQueue'), t('filterAll'), named(welcome?.queues), query.queues?.[0], (queues) => ask({ queues }))}
    ${choice(t('filterAgent'), t('filterAnyone'), named(welcome?.agents), query.agents?.[0], (agents) =>
      ask({ agents }),
    )}
    ${choice(
      t('filterChannel'),
      t('filterAll'),
      channels.map((id) => [id, channelWord(id)] as const),
      query.channels?.[0],
      (picked) => ask({ channels: channels.filter((id) => picked.includes(id)) }),
    )}
    ${choice(
      t('filterSentiment'),
      t('filterAll'),
      STEPS.map((id) => [String(id), sentimentWord(id)] as const),
      step === undefined ? undefined : String(step),
      (picked) => ask({ sentiments: picked.map(Number) }),
    )}
  </div>`;
};

/** Whether anything but the view narrows the list. */
export const isFiltered = (query: Partial<FloorQuery>): boolean =>
  [query.text, query.queues, query.agents, query.channels, query.sentiments].some((part) => (part?.length ?? 0) > 0);
