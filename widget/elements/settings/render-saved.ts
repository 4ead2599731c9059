import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { ta } from '../../strings/administrator.ts';
import type { SettingsDesk } from './settings-desk.ts';

/** What was saved last, and the way back. */
export function renderSaved({ saved, edit }: SettingsDesk, undo: () => void): TemplateResult | typeof nothing {
  if (!saved || edit?.effects) return nothing;
  return html`<div class="strip still" part="status">
    ${icon('tick')}<span dir="auto">${ta('savedEntry', { name: saved.label })}</span>
    <button class="button" part="button" type="button" title=${ta('undoMore')} @click=${undo}>${ta('undo')}</button>
  </div>`;
}
