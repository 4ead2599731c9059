import { html, nothing, type TemplateResult } from 'lit';
import { ta } from '../../strings/administrator.ts';
import { unitFor, units, unitWord, type Unit } from './durations.ts';
import { describedBy, fieldWord, idOf, isWrong, partOf, renderError, renderHint, type Form } from './form.ts';
import type { Field } from './fields.ts';

/** A duration as a number and its unit; left empty it is never, or not watched, where that may be. */
export function renderDuration(field: Field, form: Form, empty: 'null' | 'absent' | undefined): TemplateResult {
  const ms = partOf(form, field);
  const given = typeof ms === 'number' ? ms : undefined;
  return html`<div class="entry">
    <label class="label" for=${idOf(field.name)}>${fieldWord(field.name)}</label>
    ${renderAmount(field, form, given, empty === 'null' ? null : undefined, empty !== undefined)} ${renderHint(field)}
    ${renderError(form, field.name)}
  </div>`;
}

function renderAmount(
  field: Field,
  form: Form,
  ms: number | undefined,
  nothingIs: null | undefined,
  mayBeEmpty: boolean,
): TemplateResult {
  const key = `unit ${field.name}`;
  const unit = (form.kept.get(key) as Unit | undefined) ?? (ms === undefined ? 'minutes' : unitFor(ms));
  const keep = (chosen: Unit): void => void form.kept.set(key, chosen);
  return html`<div class="amount">
    <input
      class="field short"
      part="field"
      id=${idOf(field.name)}
      type="number"
      inputmode="decimal"
      min="0"
      step="any"
      placeholder=${mayBeEmpty ? ta('never') : nothing}
      .value=${ms === undefined ? '' : String(ms / units[unit])}
      aria-invalid=${isWrong(form, field.name)}
      aria-describedby=${describedBy(form, field)}
      @input=${(event: Event) => {
        keep(unit);
        const { valueAsNumber } = event.currentTarget as HTMLInputElement;
        form.change(field.name, Number.isNaN(valueAsNumber) ? nothingIs : Math.round(valueAsNumber * units[unit]));
      }}
    />
    <select
      class="field"
      part="field"
      aria-label=${ta('unitOf', { field: fieldWord(field.name) })}
      @change=${(event: Event) => {
        const chosen = (event.currentTarget as HTMLSelectElement).value as Unit;
        keep(chosen);
        if (ms === undefined) form.redraw();
        else form.change(field.name, (ms / units[unit]) * units[chosen]);
      }}
    >
      ${(Object.keys(units) as Unit[]).map(
        (name) => html`<option value=${name} .selected=${name === unit}>${unitWord(name)}</option>`,
      )}
    </select>
  </div>`;
}

/** Units in wrap-up: always, never, or for a while (K3). */
export function renderWrapUp(field: Field, form: Form): TemplateResult {
  const value = partOf(form, field);
  const mode = typeof value === 'number' ? 'for' : value === 'never' ? 'never' : 'always';
  const choose = (event: Event): void => {
    const chosen = (event.currentTarget as HTMLSelectElement).value;
    form.change(field.name, chosen === 'for' ? units.minutes : chosen);
  };
  return html`<div class="entry" role="group" aria-labelledby=${idOf(field.name, '-name')}>
    <span class="label" id=${idOf(field.name, '-name')}>${fieldWord(field.name)}</span>
    <div class="amount">
      <select class="field" part="field" aria-labelledby=${idOf(field.name, '-name')} @change=${choose}>
        <option value="always" .selected=${mode === 'always'}>${ta('always')}</option>
        <option value="never" .selected=${mode === 'never'}>${ta('never')}</option>
        <option value="for" .selected=${mode === 'for'}>…</option>
      </select>
      ${mode === 'for' ? renderAmountIn(field, form, Number(value)) : nothing}
    </div>
    ${renderHint(field)} ${renderError(form, field.name)}
  </div>`;
}

const renderAmountIn = (field: Field, form: Form, ms: number): TemplateResult =>
  html`<label class="visually-hidden" for=${idOf(field.name)}>${fieldWord(field.name)}</label> ${renderAmount(
      field,
      form,
      ms,
      undefined,
      false,
    )}`;
