import { chosenPresences, type ChosenPresence } from '@floorwalk/core';
import type { CustomPresence } from '@floorwalk/core/directory';
import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { ta } from '../../strings/administrator.ts';
import { presenceWord } from '../../strings/index.ts';
import { describedBy, fieldWord, idOf, partOf, renderError, renderHint, type Form } from './form.ts';
import { idFrom, type Field } from './fields.ts';

/** The tenant's own presences, each with the one that it counts as (K1). */
export function renderPresences(field: Field, form: Form): TemplateResult {
  const part = partOf(form, field);
  const presences = (Array.isArray(part) ? part : []) as readonly CustomPresence[];
  const put = (at: number, presence: CustomPresence): void => form.change(field.name, presences.with(at, presence));
  return html`<fieldset class="entry" id=${idOf(field.name)} aria-describedby=${describedBy(form, field)}>
    <legend class="label">${fieldWord(field.name)}</legend>
    ${renderHint(field)}
    ${presences.map((presence, at) => {
      const number = ta('presenceNumber', { number: at + 1 });
      return html`<div class="identity" role="group" aria-label=${number}>
        <label class="inner"
          >${ta('presenceName')}<input
            class="field"
            part="field"
            dir="auto"
            .value=${presence.name}
            @input=${(event: Event) => {
              const { value } = event.currentTarget as HTMLInputElement;
              const isNew = !savedIds(form).includes(presence.id);
              put(at, { ...presence, name: value, id: isNew ? idFrom(value) || presence.id : presence.id });
            }}
        /></label>
        <label class="inner"
          >${ta('presenceBase')}<select
            class="field"
            part="field"
            @change=${(event: Event) => put(at, { ...presence, base: (event.currentTarget as HTMLSelectElement).value as ChosenPresence })}
          >
            ${chosenPresences.map((base) => html`<option value=${base} ?selected=${base === presence.base}>${presenceWord(base)}</option>`)}
          </select></label
        >
        <button
          class="button square"
          part="button"
          type="button"
          aria-label=${ta('removePresence', { name: presence.name })}
          @click=${() => form.change(field.name, presences.toSpliced(at, 1))}
        >
          ${icon('close')}
        </button>
      </div>`;
    })}
    ${renderError(form, field.name)}
    <button
      class="button"
      part="button"
      type="button"
      @click=${() => form.change(field.name, [...presences, { id: `presence-${presences.length + 1}`, name: '', base: 'busy' }])}
    >
      ${ta('addPresence')}
    </button>
  </fieldset>`;
}

const savedIds = ({ edit }: Form): readonly string[] => {
  const saved = edit.base['customPresences'];
  return Array.isArray(saved) ? (saved as CustomPresence[]).map(({ id }) => id) : [];
};
