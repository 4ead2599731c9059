import { html, nothing, type TemplateResult } from 'lit';
import { ta } from '../../strings/administrator.ts';
import { wordFor } from '../../strings/administrator.ts';
import { describedBy, fieldWord, idOf, partOf, renderError, renderHint, type Form } from './form.ts';
import type { Field } from './fields.ts';
import { renderChoices } from './render-choices.ts';

/** The queues that somebody supervises: every one, or those that are chosen (R2). */
export function renderScope(field: Field, form: Form): TemplateResult {
  const isAll = partOf(form, field) === 'all';
  const queues = form.whole.queues.map(({ id, name }) => [id, name] as const);
  const option = (value: 'all' | 'some', isOn: boolean): TemplateResult =>
    html`<label class="flag"
      ><input
        type="radio"
        name="scope"
        .checked=${isOn}
        @change=${() => form.change(field.name, value === 'all' ? 'all' : [])}
      />${wordFor(`value_${value}`, value)}</label
    >`;
  return html`<fieldset class="entry" id=${idOf(field.name)} aria-describedby=${describedBy(form, field)}>
      <legend class="label">${fieldWord(field.name)}</legend>
      ${renderHint(field)}
      <div class="choices">${option('all', isAll)}${option('some', !isAll)}</div>
      ${isAll ? renderError(form, field.name) : nothing}
    </fieldset>
    ${isAll ? nothing : renderChoices({ name: field.name, type: field.type, word: 'scopeQueues' }, form, queues)}
    ${queues.length === 0 && !isAll ? html`<p class="hint">${ta('noQueue')}</p>` : nothing}`;
}
