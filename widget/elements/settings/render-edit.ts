import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { ta } from '../../strings/administrator.ts';
import type { Whole } from './directory.ts';
import type { Edit } from './edit.ts';
import type { Form } from './form.ts';
import { renderKeys } from './render-keys.ts';
import { renderConflict, renderReview } from './render-review.ts';
import { isEntrySection, type Section } from './sections.ts';
import { renderSaid, type Said } from './server-words.ts';
import type { SettingsDesk } from './settings-desk.ts';

/** An entry that is open, and what can be done with it. */
export interface EditView {
  readonly section: Section;
  readonly edit: Edit;
  readonly whole: Whole;
  readonly label: string;
  readonly desk: SettingsDesk;
  readonly headingLevel: number;
  readonly fields: (form: Form) => unknown;
  readonly redraw: () => void;
  /** To the list. */
  readonly leave: () => void;
  /** From what a change does back to the change. */
  readonly back: () => void;
  readonly look: () => void;
  readonly save: () => void;
}

/** An entry while it is changed: what somebody else saved meanwhile, what saving would do, its fields, and what is next. */
export function renderEdit(view: EditView): TemplateResult {
  const { section, edit, whole, desk, label } = view;
  const form: Form = {
    edit,
    whole,
    kept: desk.kept,
    change: (field, part) => desk.change(field, part),
    redraw: view.redraw,
  };
  const nameOf = (id: string): string =>
    [...whole.queues, ...whole.people, ...whole.workstreams].find((entry) => entry.id === id)?.name ?? id;
  const isReviewed = edit.effects !== undefined;
  return html`<div
    class="edit"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.ctrlKey && edit.isChanged && !isReviewed) view.look();
    }}
  >
    ${isEntrySection(section) ? renderHead(view) : nothing} ${renderConflict(edit, nameOf, desk)}
    ${isReviewed ? renderReview(edit, label, nameOf, view) : nothing}
    <div class="fields" ?inert=${isReviewed}>${view.fields(form)}</div>
    ${section === 'integrations' && !edit.isNew ? renderKeys(form, desk) : nothing}
    ${desk.trouble === undefined ? nothing : renderTrouble(renderTroubleWords(desk.trouble))}
    ${[...edit.errors.values()].slice(0, 1).map((said) => renderTrouble(html`${ta('correctFields')} ${renderSaid(said)}`))}
    ${isReviewed ? nothing : renderActs(view)}
  </div>`;
}

const renderHead = ({ edit, label, headingLevel, leave }: EditView): TemplateResult =>
  html`<div class="edit-head">
    <button class="button plain back" part="button" type="button" @click=${leave}>
      ${icon('out')}${ta('backToList')}
    </button>
    <div role="heading" aria-level=${headingLevel} class="strong cut" dir="auto">
      ${edit.isNew ? ta('newEntry') : label}
    </div>
    ${edit.isNew ? nothing : html`<span class="quiet caption cut" dir="auto">${edit.name.id}</span>`}
  </div>`;

const renderTroubleWords = (trouble: Said | 'unanswered'): unknown =>
  trouble === 'unanswered' ? ta('settingsNotSaved') : renderSaid(trouble);

const renderTrouble = (text: unknown): TemplateResult =>
  html`<div class="strip bad" role="alert">${icon('warning')}<span>${text}</span></div>`;

function renderActs({ section, edit, desk, look }: EditView): TemplateResult {
  const isOff = edit.base['disabled'] === true;
  return html`<div class="acts">
    <button
      class="button primary"
      part="button primary"
      type="button"
      aria-disabled=${!edit.isChanged || desk.isBusy}
      @click=${() => (edit.isChanged ? look() : undefined)}
    >
      ${ta('review')}
    </button>
    ${
      edit.isChanged
        ? html`<button class="button" part="button" type="button" @click=${() => desk.discard()}>
            ${ta('discard')}
          </button>`
        : html`<span class="hint">${ta('nothingChanged')}</span>`
    }
    ${
      section === 'people' && !edit.isNew
        ? html`<span class="withdraw"
            >${isOff ? nothing : html`<span class="hint">${ta('withdrawMore')}</span>`}<button
              class="button"
              part="button"
              type="button"
              @click=${() => {
                desk.change('disabled', !isOff);
                look();
              }}
            >
              ${icon('lock')}${ta(isOff ? 'giveBack' : 'withdraw')}
            </button></span
          >`
        : nothing
    }
  </div>`;
}
