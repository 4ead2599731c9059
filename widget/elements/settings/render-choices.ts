import { html, nothing, type TemplateResult } from 'lit';
import { ta } from '../../strings/administrator.ts';
import { describedBy, fieldWord, idOf, partOf, renderError, renderHint, type Form } from './form.ts';
import type { Field } from './fields.ts';

/** From this many on, a list can be searched. */
const MANY = 9;
/** So many are drawn at once, what is chosen first; a search finds the others. */
const DRAWN = 60;

/** Any of several, by id and name: boxes to tick, with a search where there are many. */
export function renderChoices(field: Field, form: Form, all: readonly (readonly [string, string])[]): TemplateResult {
  const part = partOf(form, field);
  const chosen: readonly string[] = Array.isArray(part) ? part.map(String) : [];
  const known = new Set(all.map(([id]) => id));
  const every = [...all, ...chosen.filter((id) => !known.has(id)).map((id) => [id, id] as const)];
  const key = `search ${field.name}`;
  const wanted = (form.kept.get(key) ?? '').toLocaleLowerCase();
  const fits = every.filter(
    ([id, name]) =>
      wanted === '' || id.toLocaleLowerCase().includes(wanted) || name.toLocaleLowerCase().includes(wanted),
  );
  const isChosen = new Set(chosen);
  const first = fits.toSorted(([a], [b]) => Number(isChosen.has(b)) - Number(isChosen.has(a)));
  const drawn = every.length < MANY ? every : first.slice(0, DRAWN);
  const toggle = (id: string, isOn: boolean): void =>
    form.change(field.name, isOn ? [...chosen, id] : chosen.filter((other) => other !== id));
  return html`<fieldset class="entry" aria-describedby=${describedBy(form, field)}>
    <legend class="label">
      ${fieldWord(field.word ?? field.name)}
      <small>${ta('chosenOf', { chosen: chosen.length, all: every.length })}</small>
    </legend>
    ${renderHint(field)}
    ${
      every.length < MANY
        ? nothing
        : html`<input
            class="field"
            part="field"
            type="search"
            aria-label=${ta('searchChoices', { field: fieldWord(field.word ?? field.name) })}
            placeholder=${ta('searchChoices', { field: fieldWord(field.word ?? field.name) })}
            @input=${(event: Event) => {
              form.kept.set(key, (event.currentTarget as HTMLInputElement).value);
              form.redraw();
            }}
          />`
    }
    <div class="choices" id=${idOf(field.name)}>
      ${drawn.map(
        ([id, name]) =>
          html`<label class="flag"
            ><input
              type="checkbox"
              .checked=${chosen.includes(id)}
              @change=${(event: Event) => toggle(id, (event.currentTarget as HTMLInputElement).checked)}
            /><bdi>${name}</bdi></label
          >`,
      )}
    </div>
    ${fits.length > drawn.length ? html`<p class="hint">${ta('narrow', { more: fits.length - drawn.length })}</p>` : nothing}
    ${renderError(form, field.name)}
  </fieldset>`;
}
