import type { SaveEffect } from '@floorwalk/core/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { isAdministratorKey, ta } from '../../strings/administrator.ts';
import { clock, t } from '../../strings/index.ts';
import { changeWords, valueWords, type NameOf } from './change-words.ts';
import type { Edit } from './edit.ts';
import { fieldWord } from './form.ts';

/** Effects that somebody must know before they go on, whatever else there is. */
const grave: ReadonlySet<string> = new Set([
  'cannotBeAdministered',
  'noMembers',
  'queuesLoseLastMember',
  'joinsNotTold',
]);

/** What a save does, in words; one that this version does not know is left to the record. */
export const effectWords = ({ effect, count, what }: SaveEffect): string => {
  const key = `effect_${effect}`;
  return isAdministratorKey(key)
    ? (ta as (name: string, params: object) => string)(key, { count, what })
    : `${effect}: ${count}`;
};

/** The change in words, what it does to the floor as it is, and the two ways on. */
export function renderReview(
  edit: Edit,
  label: string,
  nameOf: NameOf,
  deeds: { readonly back: () => void; readonly save: () => void },
): TemplateResult {
  const { changes, effects = [] } = edit;
  return html`<section
    class="review"
    role="group"
    aria-label=${ta('changesOf', { name: label })}
    aria-describedby="review-effects"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      deeds.back();
    }}
  >
    <strong class="head" dir="auto">${ta('changesOf', { name: label })}</strong>
    <div class="columns">
      <div>
        <strong class="sub">${ta('changesAre')}</strong>
        <ul>
          ${changes.map((change) => html`<li dir="auto">${changeWords(change, nameOf)}</li>`)}
        </ul>
      </div>
      <div id="review-effects">
        <strong class="sub">${ta('effectsAre')}</strong>
        ${
          effects.length === 0
            ? html`<p>${ta('noEffects')}</p>`
            : html`<ul class="effects">
                ${effects.map(
                  (effect) =>
                    html`<li class=${grave.has(effect.effect) ? 'grave' : ''}>
                      ${grave.has(effect.effect) ? icon('warning', 'small') : nothing}<span
                        >${effectWords(effect)}</span
                      >
                    </li>`,
                )}
              </ul>`
        }
      </div>
    </div>
    <p class="hint">${ta('allKept')}</p>
    <div class="acts">
      <button class="button primary" part="button primary" type="button" @click=${deeds.save}>${ta('save')}</button>
      <button class="button" part="button" type="button" @click=${deeds.back}>${ta('keepEditing')}</button>
    </div>
  </section>`;
}

/** What somebody else saved while this was open, and what both changed. */
export function renderConflict(
  edit: Edit,
  nameOf: NameOf,
  desk: { readonly takeTheirs: (field: string, theirs: unknown) => void; readonly dismiss: () => void },
): TemplateResult | typeof nothing {
  const { conflict } = edit;
  if (!conflict) return nothing;
  const { who, at, changes, collisions } = conflict;
  const head = who === undefined || at === undefined ? ta('conflict') : ta('conflictBy', { who, clock: clock(at) });
  // What somebody typed is at stake, or only what they look at.
  return html`<div class="conflict" role=${edit.isChanged ? 'alert' : 'status'}>
    <p class="strong" dir="auto">${icon('warning', 'small')} ${head}</p>
    <strong class="sub">${ta('conflictTheirs')}</strong>
    <ul>
      ${changes.map((change) => html`<li dir="auto">${changeWords(change, nameOf)}</li>`)}
    </ul>
    ${collisions.map(
      ({ field, theirs }) =>
        html`<p class="both" dir="auto">
          ${ta('conflictBoth', { field: fieldWord(field), theirs: plain(field, theirs, nameOf) })}
          <button class="button" part="button" type="button" @click=${() => desk.takeTheirs(field, theirs)}>
            ${ta('takeTheirs', { field: fieldWord(field) })}
          </button>
        </p>`,
    )}
    <div class="acts">
      <span>${ta(edit.isChanged ? 'conflictKept' : 'newsShown')}</span>
      ${
        collisions.length > 0
          ? nothing
          : html`<button class="button" part="button" type="button" @click=${() => desk.dismiss()}>
              ${t('close')}
            </button>`
      }
    </div>
  </div>`;
}

const plain = (field: string, value: unknown, nameOf: NameOf): string =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? valueWords(field, value as string | number | boolean | null, nameOf)
    : value === undefined
      ? ta('none')
      : JSON.stringify(value);
