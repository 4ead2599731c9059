import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { actWords, type Act } from './desk-acts.ts';

interface AskingView {
  readonly customer: string;
  /** Whether a text that was written and not sent would be lost. */
  readonly losesText: boolean;
  readonly onKeep: () => void;
  readonly onAct: () => void;
  readonly onRelease: (reason: string) => void;
}

/** What is asked before an act: whether an unsent text may be lost, and why a conversation is released. */
export const renderAsking = (act: Act, view: AskingView): TemplateResult =>
  html`<div class="strip still asking" part="status" role="alert">
    ${
      view.losesText
        ? html`${icon('warning')}<span class="grow">${t('unsentText', { customer: view.customer })}</span>`
        : nothing
    }
    ${act === 'release' ? renderReasons(view) : renderYesOrNo(act, view)}
  </div>`;

const renderYesOrNo = (act: Act, { onKeep, onAct }: AskingView): TemplateResult =>
  html`<span class="line">
    <button class="button" part="button" type="button" @click=${onKeep}>${t('keepWriting')}</button>
    <button class="button primary" part="button primary" type="button" @click=${onAct}>${t(actWords[act])}</button>
  </span>`;

/** The usual reasons are one click each. */
const renderReasons = ({ onKeep, onRelease }: AskingView): TemplateResult =>
  html`<form
    class="grow ask-line"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const field = (event.currentTarget as HTMLFormElement).elements.namedItem('reason');
      const reason = field instanceof HTMLInputElement ? field.value.trim() : '';
      if (reason !== '') onRelease(reason);
    }}
  >
    <span>${t('releaseWhy')}</span>
    <span class="line wraps">
      ${(['releaseQueue', 'releaseSkill', 'releaseLeave'] as const).map(
        (key) =>
          html`<button class="button" part="button" type="button" @click=${() => onRelease(t(key))}>${t(key)}</button>`,
      )}
    </span>
    <span class="line wraps">
      <input
        class="field grow"
        part="field"
        name="reason"
        maxlength="500"
        required
        dir="auto"
        aria-label=${t('releaseOther')}
        placeholder=${t('releaseOther')}
      />
      <button class="button" part="button" type="button" @click=${onKeep}>${t('keepIt')}</button>
      <button class="button primary" part="button primary" type="submit">${t('release')}</button>
    </span>
  </form>`;
