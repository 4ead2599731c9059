import { html, nothing, type TemplateResult } from 'lit';
import { wordFor } from '../../strings/administrator.ts';
import { sentimentWord } from '../../strings/index.ts';

import { choiceWord } from './choice-word.ts';
import { renderDuration, renderWrapUp } from './render-duration.ts';
import { renderChoices } from './render-choices.ts';
import { renderIdentities } from './render-identities.ts';
import { renderPresences } from './render-presences.ts';
import { renderScope } from './render-scope.ts';
import { describedBy, errorOf, fieldWord, idOf, isWrong, partOf, renderError, renderHint, type Form } from './form.ts';
import { textOf } from './merge.ts';
import type { Field } from './fields.ts';

/** A field of the form with its name, what it means, and what is wrong with it. */
export function renderField(field: Field, form: Form): TemplateResult | typeof nothing {
  if (field.isForNew && !form.edit.isNew) return nothing;
  const roles = form.edit.value['roles'];
  if (field.role !== undefined && Array.isArray(roles) && !roles.includes(field.role)) return nothing;
  const { type, name } = field;
  switch (type.is) {
    case 'flag':
      return renderFlag(field, form);
    case 'text':
    case 'number':
      return row(field, form, renderInput(field, form));
    case 'choice':
      return row(
        field,
        form,
        renderSelect(
          field,
          form,
          type.of.map((value) => [value, choiceWord(name, value)]),
        ),
      );
    case 'queue':
      return row(
        field,
        form,
        renderSelect(field, form, [
          ['', '…'],
          ...form.whole.queues.filter(({ disabled }) => !disabled).map(({ id, name: queue }) => [id, queue] as const),
        ]),
      );
    case 'sentiment':
      return row(field, form, renderSentiment(field, form));
    case 'duration':
      return renderDuration(field, form, type.empty);
    case 'wrapUp':
      return renderWrapUp(field, form);
    case 'any':
      return renderChoices(
        field,
        form,
        type.of.map((value) => [value, choiceWord(name, value)] as const),
      );
    case 'queues':
      return renderChoices(
        field,
        form,
        form.whole.queues.map(({ id, name: queue }) => [id, queue] as const),
      );
    case 'members':
      return renderChoices(
        field,
        form,
        form.whole.people
          .filter(({ roles, bot }) => roles.includes('agent') && !bot)
          .map(({ id, name: person }) => [id, person] as const),
      );
    case 'scope':
      return renderScope(field, form);
    case 'identities':
      return renderIdentities(field, form);
    case 'presences':
      return renderPresences(field, form);
  }
}

const row = (field: Field, form: Form, input: TemplateResult): TemplateResult =>
  html`<div class="entry">
    <label class="label" for=${idOf(field.name)}>${fieldWord(field.name)}</label>
    ${input} ${renderHint(field)} ${renderError(form, field.name)}
  </div>`;

function renderInput(field: Field, form: Form): TemplateResult {
  const isNumber = field.type.is === 'number';
  const value = partOf(form, field);
  return html`<input
    class="field ${isNumber ? 'short' : ''}"
    part="field"
    id=${idOf(field.name)}
    type=${isNumber ? 'number' : 'text'}
    inputmode=${isNumber ? 'numeric' : nothing}
    min=${isNumber ? 0 : nothing}
    max=${isNumber && field.most !== undefined ? field.most : nothing}
    autocomplete="off"
    dir=${isNumber ? nothing : 'auto'}
    .value=${textOf(value)}
    aria-invalid=${isWrong(form, field.name)}
    aria-describedby=${describedBy(form, field)}
    @input=${(event: Event) => {
      const { value: text, valueAsNumber } = event.currentTarget as HTMLInputElement;
      // What is no number goes to the server as it is, which says what is wrong with it.
      form.change(field.name, isNumber ? (Number.isNaN(valueAsNumber) ? null : valueAsNumber) : text);
    }}
  />`;
}

function renderSelect(field: Field, form: Form, values: readonly (readonly [string, string])[]): TemplateResult {
  const value = textOf(partOf(form, field));
  const known = values.some(([id]) => id === value) ? values : [...values, [value, value] as const];
  return html`<select
    class="field"
    part="field"
    id=${idOf(field.name)}
    aria-invalid=${isWrong(form, field.name)}
    aria-describedby=${describedBy(form, field)}
    @change=${(event: Event) => form.change(field.name, (event.currentTarget as HTMLSelectElement).value)}
  >
    ${known.map(([id, word]) => html`<option value=${id} .selected=${id === value}>${word}</option>`)}
  </select>`;
}

function renderSentiment(field: Field, form: Form): TemplateResult {
  const value = partOf(form, field);
  const steps = [1, 2, 3, 4, 5, 6, 7];
  return html`<select
    class="field"
    part="field"
    id=${idOf(field.name)}
    aria-describedby=${describedBy(form, field)}
    @change=${(event: Event) => {
      const { value: chosen } = event.currentTarget as HTMLSelectElement;
      form.change(field.name, chosen === '' ? null : Number(chosen));
    }}
  >
    <option value="" .selected=${value === null || value === undefined}>${wordFor('noAlert', '')}</option>
    ${steps.map((step) => html`<option value=${step} .selected=${value === step}>${sentimentWord(step)}</option>`)}
  </select>`;
}

const renderFlag = (field: Field, form: Form): TemplateResult =>
  html`<div class="entry">
    <label class="flag"
      ><input
        type="checkbox"
        id=${idOf(field.name)}
        .checked=${partOf(form, field) === true}
        aria-describedby=${describedBy(form, field)}
        aria-invalid=${errorOf(form, field.name) === undefined ? nothing : 'true'}
        @change=${(event: Event) => form.change(field.name, (event.currentTarget as HTMLInputElement).checked)}
      />${fieldWord(field.name)}</label
    >
    ${renderHint(field)} ${renderError(form, field.name)}
  </div>`;
