import type { Detail } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { refusalHint, refusalSentence, t } from '../../strings/index.ts';

/** Whether this supervisor takes part, and why they could not join, in a few words; null where they could. */
export interface Joining {
  readonly isIn: boolean;
  readonly why: string | null;
}

export const joiningOf = ({ may, state, phase }: Detail, isIn: boolean): Joining => {
  const no = may['join'] ?? null;
  return { isIn, why: no === null ? null : refusalHint(no, 'join', state, phase) };
};

/** What joining would tell whom, before anybody joins; or why it is off (M4, N1). */
export function renderJoining(detail: Detail, onJoin: () => void): TemplateResult {
  const no = detail.may['join'] ?? null;
  const people = { customer: detail.customer.name, agent: detail.primary?.name ?? t('nobody') };
  const words =
    no !== null
      ? refusalSentence({ refusal: no, detail: no })
      : detail.state === 'wrap-up'
        ? t('joinNoticeEnded', people)
        : t(detail.customerIsTold ? 'joinNotice' : 'joinNoticeCustomerOff', people);
  return html`<div class="joining">
    <span>${words}</span>
    <button
      class="button primary"
      part="button primary"
      type="button"
      aria-disabled=${no !== null}
      aria-keyshortcuts="J"
      @click=${() => no === null && onJoin()}
    >
      ${t('join')}<kbd class="key" aria-hidden="true">J</kbd>
    </button>
  </div>`;
}
