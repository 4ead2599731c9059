import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { channelWord, clock, initials, midSentence, refusalHint, stateWord, t } from '../../strings/index.ts';

/** What can be done from the head; leaving is absent for who only watches. */
export interface HeadActions {
  readonly onTransfer: () => void;
  readonly onLeave: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Who and what it is about, and what can be done with it. */
export function renderHead(
  detail: Detail,
  level: number,
  isLive: boolean,
  { onTransfer, onLeave, onClose }: HeadActions,
): TemplateResult {
  const { name } = detail.customer;
  const facts = {
    customer: name,
    channel: channelWord(detail.channel),
    queue: detail.queue.name,
    state: midSentence(stateWord(detail.state, detail.phase)),
    clock: clock(detail.since),
  };
  const button = (words: string, onClick: (() => void) | undefined): TemplateResult | typeof nothing =>
    onClick ? html`<button class="button" part="button" type="button" @click=${onClick}>${words}</button>` : nothing;
  return html`<header class="head" part="header">
    <span class="who customer big" aria-hidden="true">${initials(name)}</span>
    <div class="about">
      <div role="heading" aria-level=${level} class="title strong" dir="auto">${detail.subject || t('noSubject')}</div>
      <div class="muted">${t('conversationFacts', facts)}</div>
    </div>
    ${isLive ? renderTransfer(detail, onTransfer) : nothing} ${button(t('leave'), onLeave)}
    <button class="button plain square" part="button" type="button" aria-label=${t('closePanel')} @click=${onClose}>
      ${icon('close')}
    </button>
  </header>`;
}

/** It stays where it is when it is off, with the reason: who had the focus on it keeps it (F5). */
function renderTransfer({ may, state, phase }: Detail, onTransfer: () => void): TemplateResult {
  const no = may['transfer'] ?? null;
  const why = no === null ? nothing : refusalHint(no, 'transfer', state, phase);
  return html`<button
    class="button"
    part="button"
    type="button"
    aria-disabled=${no !== null}
    title=${why}
    @click=${() => no === null && onTransfer()}
  >
    ${t('commandTransfer')}
  </button>`;
}
