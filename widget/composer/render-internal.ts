import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icons/index.ts';
import { shortName, t } from '../strings/index.ts';
import { maySubmit, renderField } from './render-field.ts';
import type { ComposerView } from './render-field.ts';

/** The internal side: square, hatched, flush with the panel's edge, its button at the end of the line. */
export const renderInternal = (view: ComposerView): TemplateResult => {
  const customer = shortName(view.customer);
  return html`<section
    class="compose internal"
    part="composer composer-internal"
    aria-label=${t('internalNote')}
    @keydown=${view.onKeyDown}
  >
    <div class="head">
      ${icon('crossedEye')}<b>${t('internalNote')}</b>
      <span class="caption readers" id="readers">${readers(view, customer)}</span>
    </div>
    ${renderField(view, t('internalNote'))}
    <div class="foot">
      ${
        view.internalOnly
          ? html`<span class="caption">${t('publicPlaneClosed', { customer })}</span>`
          : html`<button class="button plain" part="button" type="button" @click=${view.onSwitch}>
              ${icon('out')}<span class="cut"
                >${view.mode === 'agent' ? t('writeTo', { customer }) : t('speakTo', { customer })}</span
              >
            </button>`
      }
      <span class="grow"></span>
      <span class="line" aria-hidden="true"
        ><kbd class="key">${t('keyControl')}</kbd><kbd class="key">${t('keyEnter')}</kbd></span
      >
      <button
        class="button primary"
        part="button primary"
        type="button"
        aria-disabled=${!maySubmit(view)}
        aria-keyshortcuts="Control+Enter"
        @click=${view.onSubmit}
      >
        ${t('addNote')}
      </button>
    </div>
  </section>`;
};

const readers = ({ agent, supervisors }: ComposerView, customer: string): string =>
  agent === ''
    ? t('internalReadersUnknown', { customer })
    : t('internalReaders', { agent: shortName(agent), supervisors, customer });
