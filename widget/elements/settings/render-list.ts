import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { ta, wordFor } from '../../strings/administrator.ts';
import { channelWord, enumeration, list, pageLocale } from '../../strings/index.ts';
import { membersOf, type Whole } from './directory.ts';
import type { EntrySection } from './sections.ts';

/** A line of a list: what it is called, and what to know of it at a glance. */
export interface ListItem {
  readonly id: string;
  readonly name: string;
  readonly more: string;
  readonly disabled: boolean;
}

/** So many are drawn; more on request. */
export const DRAWN = 100;

/** The entries of a section, by name. */
export function itemsOf(whole: Whole, section: EntrySection): readonly ListItem[] {
  const queueName = (id: string): string => whole.queues.find((queue) => queue.id === id)?.name ?? id;
  const items = ((): readonly ListItem[] => {
    switch (section) {
      case 'queues':
        return whole.queues.map(({ id, name, disabled, distribution }) => ({
          id,
          name,
          disabled,
          more: `${wordFor(`value_${distribution}`, distribution)} · ${ta('membersCount', { members: membersOf(whole, id).length })}`,
        }));
      case 'workstreams':
        return whole.workstreams.map(({ id, name, disabled, channel, queue, units }) => ({
          id,
          name,
          disabled,
          more: `${channelWord(channel)} · ${queueName(queue)} · ${ta('unitsCount', { units })}`,
        }));
      case 'agents':
        return whole.people
          .filter(({ roles, bot }) => roles.includes('agent') && !bot)
          .map(({ id, name, disabled, capacity, queues }) => ({
            id,
            name,
            disabled,
            more: `${ta('unitsCount', { units: capacity })} · ${queues.length === 0 ? ta('noQueue') : list(queues.slice(0, 3).map(queueName))}`,
          }));
      case 'integrations':
        return (whole.integrations ?? []).map(({ id, name, disabled, keys }) => ({
          id,
          name,
          disabled,
          more: ta('keysCount', { keys: keys.length }),
        }));
      case 'people':
        return whole.people.map(({ id, name, disabled, roles, scope }) => ({
          id,
          name,
          disabled,
          more: [
            enumeration(roles.map((role) => wordFor(`value_${role}`, role))),
            roles.includes('supervisor')
              ? scope === 'all'
                ? ta('everyQueue')
                : list(scope.slice(0, 3).map(queueName))
              : '',
          ]
            .filter((text) => text !== '')
            .join(' · '),
        }));
    }
  })();
  // Ten thousand names are put in order in a few milliseconds with one collator, and in a second without.
  const { compare } = new Intl.Collator(pageLocale());
  return items.toSorted((a, b) => compare(a.name, b.name));
}

export interface ListView {
  readonly section: EntrySection;
  readonly chosen: string | undefined;
  readonly search: string;
  readonly drawn: number;
  /** Whether something of this one is not saved yet. */
  readonly isUnsaved: (id: string) => boolean;
  /** That somebody else has saved this one since it was looked at. */
  readonly newsOf: (id: string) => string | undefined;
  readonly choose: (id: string) => void;
  readonly add: () => void;
  readonly find: (text: string) => void;
  readonly drawMore: () => void;
}

const adds = {
  queues: 'addQueue',
  workstreams: 'addWorkstream',
  agents: 'addAgent',
  people: 'addPerson',
  integrations: 'addIntegration',
} as const;

/** The list of a section: search, entries, and the way to a new one. Arrow keys go through it. */
export function renderList(whole: Whole, view: ListView, sectionWord: string): TemplateResult {
  const wanted = view.search.trim().toLocaleLowerCase();
  const all = itemsOf(whole, view.section);
  const fits = all.filter(
    ({ id, name }) =>
      wanted === '' || name.toLocaleLowerCase().includes(wanted) || id.toLocaleLowerCase().includes(wanted),
  );
  const drawn = fits.slice(0, view.drawn);
  const searching = ta('searchIn', { section: sectionWord });
  return html`<div class="list">
    <div class="find">
      <input
        class="field"
        part="field"
        type="search"
        aria-label=${searching}
        placeholder=${searching}
        .value=${view.search}
        @input=${(event: Event) => view.find((event.currentTarget as HTMLInputElement).value)}
      />
      <button class="button" part="button" type="button" @click=${view.add}>${ta(adds[view.section])}</button>
    </div>
    ${
      drawn.length === 0
        ? html`<div class="empty" part="status">
            <strong>${ta(all.length === 0 ? 'noneYet' : 'noneFits')}</strong>
            <p>${ta(all.length === 0 ? 'noneYetMore' : 'noneFitsMore')}</p>
          </div>`
        : html`<ul @keydown=${moveFocus}>
            ${drawn.map((item) => renderItem(item, view))}
          </ul>`
    }
    ${
      fits.length > drawn.length
        ? html`<button class="button" part="button" type="button" @click=${view.drawMore}>
            ${ta('showMore', { more: fits.length - drawn.length })}
          </button>`
        : nothing
    }
  </div>`;
}

const renderItem = ({ id, name, more, disabled }: ListItem, view: ListView): TemplateResult =>
  html`<li>
    <button
      class="item ${disabled ? 'off' : ''}"
      type="button"
      aria-current=${view.chosen === id ? 'true' : nothing}
      @click=${() => view.choose(id)}
    >
      <span class="cut strong"><bdi>${name}</bdi></span>
      <span class="more"><bdi>${more}</bdi></span>
      ${disabled ? html`<span class="mark">${icon('lock', 'small')}${ta('notEnabled')}</span>` : nothing}
      ${view.newsOf(id) === undefined ? nothing : html`<span class="mark" dir="auto">${view.newsOf(id)}</span>`}
      ${view.isUnsaved(id) ? html`<span class="mark">${ta('unsaved')}</span>` : nothing}
    </button>
  </li>`;

function moveFocus(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.currentTarget;
  if (step === undefined || !(list instanceof HTMLElement)) return;
  const items = [...list.querySelectorAll<HTMLElement>('.item')];
  const at = items.findIndex((item) => item === event.target);
  items[at + step]?.focus();
  event.preventDefault();
}
