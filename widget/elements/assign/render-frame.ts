import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';

/** What the dialog is about, and the way out. */
export const renderHead = (title: string, level: number, onClose: () => void): TemplateResult =>
  html`<header class="head" part="header">
    <div class="about">
      <div role="heading" aria-level=${level} class="title strong" dir="auto">${title}</div>
    </div>
    <button class="button plain square" part="button" type="button" aria-label=${t('cancel')} @click=${onClose}>
      ${icon('close')}
    </button>
  </header>`;

/** What decides: what is still missing, cancel, and the button that says what it does. */
export const renderFoot = (
  { missing, word, isOff }: { readonly missing: string; readonly word: string; readonly isOff: boolean },
  { onCancel, onConfirm }: { readonly onCancel: () => void; readonly onConfirm: () => void },
): TemplateResult =>
  html`<footer class="foot">
    <span class="grow muted" role="status">${missing}</span>
    <button class="button" part="button" type="button" @click=${onCancel}>${t('cancel')}</button>
    <button class="button primary" part="button primary" type="button" aria-disabled=${isOff} @click=${onConfirm}>
      <span class="cut">${word}</span>
    </button>
  </footer>`;
