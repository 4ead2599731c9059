import { html, nothing, type TemplateResult } from 'lit';
import { ta } from '../../strings/administrator.ts';
import { day } from '../../strings/index.ts';
import type { Form } from './form.ts';
import type { SettingsDesk } from './settings-desk.ts';

/** The keys of an integration: made, shown once, and revoked after a second yes. */
export function renderKeys({ edit, whole, kept, redraw }: Form, desk: SettingsDesk): TemplateResult {
  const { id } = edit.name;
  const keys = whole.integrations?.find((integration) => integration.id === id)?.keys ?? [];
  const { shownKey } = desk;
  return html`<fieldset class="entry keys">
    <legend class="label">${ta('keys')}</legend>
    <p class="hint">${ta(keys.length === 0 ? 'keyNone' : 'keysMore')}</p>
    ${shownKey?.integration === id ? renderShown(shownKey.key, () => desk.hideKey()) : nothing}
    <ul>
      ${keys.map(({ id: key, label, createdAt, expiresAt }) => {
        const isAsked = kept.get('revoke') === key;
        return html`<li class="key-line">
          <bdi class="strong">${label}</bdi>
          <span class="quiet">
            ${ta('keySince', { day: day(createdAt) })}
            ${expiresAt === null ? nothing : ta('keyUntil', { day: day(expiresAt) })}
          </span>
          <button
            class="button"
            part="button"
            type="button"
            @click=${() => {
              if (isAsked) return void desk.revokeKey(id, key, label);
              kept.set('revoke', key);
              redraw();
            }}
          >
            ${ta(isAsked ? 'keyRevokeSure' : 'keyRevoke', { label })}
          </button>
        </li>`;
      })}
    </ul>
    <form
      class="amount"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.currentTarget as HTMLFormElement;
        const field = form.elements.namedItem('label');
        void desk.makeKey(id, field instanceof HTMLInputElement ? field.value.trim() : '').then(() => form.reset());
      }}
    >
      <label class="inner"
        >${ta('keyLabel')}<input class="field" part="field" name="label" maxlength="200" dir="auto" autocomplete="off"
      /></label>
      <button class="button" part="button" type="submit">${ta('keyMake')}</button>
    </form>
  </fieldset>`;
}

const renderShown = (key: string, hide: () => void): TemplateResult =>
  html`<div class="review" role="group" aria-label=${ta('keyIs')}>
    <p class="strong">${ta('keyOnce')}</p>
    <input
      class="field"
      part="field"
      readonly
      dir="ltr"
      spellcheck="false"
      aria-label=${ta('keyIs')}
      .value=${key}
      @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()}
    />
    <div class="acts"><button class="button" part="button" type="button" @click=${hide}>${ta('keyHide')}</button></div>
  </div>`;
