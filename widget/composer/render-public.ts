import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icons/index.ts';
import { shortName, t } from '../strings/index.ts';
import { maySubmit, renderField } from './render-field.ts';
import type { ComposerView } from './render-field.ts';

/** The public side: a round card that floats under a solid band, its button at the start of the line. */
export const renderPublic = (view: ComposerView): TemplateResult => {
  const customer = shortName(view.customer);
  const agent = view.mode === 'agent';
  const keys = agent ? [t('keyEnter')] : [t('keyControl'), t('keyShift'), t('keyEnter')];
  return html`<section
    class="compose public"
    part="composer composer-public"
    aria-label=${t('writeToCustomer')}
    @keydown=${view.onKeyDown}
  >
    <div class="head">
      ${icon('out')}<b class="cut"><bdi>${t('toCustomer', { customer: view.customer })}</bdi></b>
      <span class="caption readers" id="readers"
        >${view.signature === '' ? t('customerReads') : t('customerReadsFrom', { signature: view.signature })}</span
      >
    </div>
    ${renderField(view, t('messageTo', { customer: view.customer }))}
    <div class="foot">
      <button
        class="button send"
        part="button primary"
        type="button"
        aria-disabled=${!maySubmit(view)}
        aria-keyshortcuts=${agent ? 'Enter' : 'Control+Shift+Enter'}
        @click=${view.onSubmit}
      >
        ${icon('send')}<span class="cut">${t('sendTo', { customer })}</span>
      </button>
      <span class="line" aria-hidden="true">${keys.map((key) => html`<kbd class="key">${key}</kbd>`)}</span>
      <span class="grow"></span>
      ${
        agent
          ? html`<button
              class="button to-internal"
              part="button"
              type="button"
              aria-keyshortcuts="Control+I"
              @click=${view.onSwitch}
            >
              ${icon('crossedEye')}${t('internalNote')}<kbd class="key" aria-hidden="true">${t('keyControlI')}</kbd>
            </button>`
          : html`<button class="button plain" part="button" type="button" @click=${view.onSwitch}>
              ${icon('note')}${t('backToInternal')}
            </button>`
      }
    </div>
  </section>`;
};
