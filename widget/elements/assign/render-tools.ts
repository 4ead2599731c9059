import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../strings/index.ts';

/** What the field shows; `active` is the id of the chosen line, empty for none. */
interface Tools {
  readonly label: string;
  readonly search: string;
  readonly isAll: boolean;
  readonly hasList: boolean;
  readonly active: string;
}

/** The field that finds by name and steers the list below it, and the choice to see everybody (A4). */
export const renderTools = (
  { label, search, isAll, hasList, active }: Tools,
  { onSearch, onAll }: { readonly onSearch: (words: string) => void; readonly onAll: (isAll: boolean) => void },
): TemplateResult =>
  html`<div class="tools">
    <input
      class="field search"
      part="field"
      type="search"
      role="combobox"
      aria-expanded=${hasList}
      aria-autocomplete="list"
      aria-activedescendant=${active || nothing}
      .value=${search}
      placeholder=${label}
      aria-label=${label}
      aria-controls=${hasList ? 'candidates' : nothing}
      @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
    />
    <label
      ><input
        type="checkbox"
        .checked=${isAll}
        @change=${(event: Event) => onAll((event.target as HTMLInputElement).checked)}
      />
      ${t('showEverybody')}</label
    >
  </div>`;
