import { html, type TemplateResult } from 'lit';
import { isAdministratorKey, ta } from '../../strings/administrator.ts';
import { recordLines } from '../../strings/en/record-lines.ts';
import { kindWord } from './line-words.ts';
import type { RecordQuery } from './read-record.ts';

const kinds = Object.keys(recordLines).flatMap((key) => (key.startsWith('line_') ? [key.slice(5)] : []));

/** What can be asked of the record: who, whom, where, what, and when. */
export function renderSearch(
  mayExport: boolean,
  deeds: { readonly search: () => void; readonly clear: () => void; readonly exports: () => void },
): TemplateResult {
  const field = (name: keyof RecordQuery, words: string, type: string): TemplateResult =>
    html`<label
      >${words}<input class="field" part="field" name=${name} type=${type} autocomplete="off" maxlength="200"
    /></label>`;
  return html`<form
    role="search"
    @submit=${(event: Event) => {
      event.preventDefault();
      deeds.search();
    }}
    @reset=${() => {
      // The fields are empty after this event.
      queueMicrotask(deeds.clear);
    }}
  >
    ${field('who', ta('recordWho'), 'text')} ${field('agent', ta('recordAgent'), 'text')}
    ${field('conversation', ta('recordConversation'), 'text')}
    <label
      >${ta('recordKind')}<select class="field" part="field" name="what">
        <option value="">${ta('recordAnyKind')}</option>
        ${kinds.filter((kind) => isAdministratorKey(`line_${kind}`)).map((kind) => html`<option value=${kind}>${kindWord(kind)}</option>`)}
      </select></label
    >
    ${field('from', ta('recordFrom'), 'datetime-local')} ${field('to', ta('recordTo'), 'datetime-local')}
    <div class="acts">
      <button class="button primary" part="button primary" type="submit">${ta('recordSearch')}</button>
      <button class="button" part="button" type="reset">${ta('recordClear')}</button>
      ${
        mayExport
          ? html`<button
              class="button"
              part="button"
              type="button"
              title=${ta('recordExportMore')}
              @click=${deeds.exports}
            >
              ${ta('recordExport')}
            </button>`
          : ''
      }
    </div>
  </form>`;
}

/** What is written in the form. */
export function queryOf(form: HTMLFormElement | null): RecordQuery {
  const data = form ? new FormData(form) : new FormData();
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const time = (name: string): number | null => {
    const at = text(name) === '' ? Number.NaN : new Date(text(name)).getTime();
    return Number.isNaN(at) ? null : at;
  };
  return {
    who: text('who'),
    agent: text('agent'),
    conversation: text('conversation'),
    what: text('what'),
    from: time('from'),
    to: time('to'),
  };
}
