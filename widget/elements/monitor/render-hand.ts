import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { clock, t } from '../../strings/index.ts';

/** The agent's raised hand: what they ask, who comes, and the claim (B3). Nothing while none is up. */
export function renderHand(
  { hand, may }: Detail,
  me: string,
  onCommand: (type: 'claim' | 'lower-hand') => void,
): TemplateResult | typeof nothing {
  if (hand === null) return nothing;
  const { agent, at, text, claimedBy } = hand;
  const isMine = claimedBy?.id === me;
  const who =
    claimedBy === null
      ? ''
      : isMine
        ? t('youClaimedHand', { clock: clock(claimedBy.at) })
        : t('handClaimer', { name: claimedBy.name, clock: clock(claimedBy.at) });
  return html`<div class="strip hand" part="hand">
    ${icon('hand')}
    <div role="status">
      <strong>${t('handRaisedBy', { agent: agent.name, clock: clock(at) })}</strong>
      <span dir="auto">${text}</span>
      ${who ? html`<span class="muted">${who}</span>` : nothing}
    </div>
    ${
      may['claim'] === null
        ? html`<button class="button primary" part="button primary" type="button" @click=${() => onCommand('claim')}>
            ${t('commandClaimHand')}
          </button>`
        : nothing
    }
    ${
      isMine
        ? html`<button class="button" part="button" type="button" @click=${() => onCommand('lower-hand')}>
            ${t('lowerHand')}
          </button>`
        : nothing
    }
  </div>`;
}
