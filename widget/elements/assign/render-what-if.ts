import { html, nothing, type TemplateResult } from 'lit';
import type { AgentCandidate } from '@floorwalk/core/protocol';
import { live as fromPage } from 'lit/directives/live.js';
import { presenceWord, refusalSentence, t } from '../../strings/index.ts';
import { isOverridable, type Target } from './render-candidates.ts';
import type { Prospect } from './what-if.ts';

/** What would happen with one target: units, excess, presence and refusal, from the list until the server has said it (A7). */
export function renderOutlook(target: Target, prospect: Prospect | undefined, terms: string): TemplateResult {
  const refused = refusalOf(target, prospect);
  return html`${target.kind === 'agent' ? html`${renderHolds(target, prospect)} ` : nothing}
  ${
    refused === null
      ? html`<span>${terms}</span>`
      : html`<strong>${refusalSentence(refused)}</strong>
          ${isOverridable(target) ? html`<span>${terms}</span>` : nothing}`
  }`;
}

function renderHolds(agent: AgentCandidate, prospect: Prospect | undefined): TemplateResult {
  const excess = (prospect?.ok ? prospect.excess : prospect?.refusal.excess) ?? agent.excess;
  const facts = { agent: agent.name, would: agent.load + agent.units, capacity: agent.capacity };
  return html`<span class="muted">${presenceWord(agent.presence, agent.reachable)}</span>
    <strong>${excess > 0 ? t('wouldExceed', { ...facts, over: excess }) : t('wouldHold', facts)}</strong>`;
}

/** Why not; being over capacity is said by the units. */
function refusalOf(target: Target, prospect: Prospect | undefined): { refusal: string; detail: string } | null {
  const refusal = prospect === undefined ? listed(target) : prospect.ok ? null : prospect.refusal;
  return refusal?.refusal === 'overCapacity' ? null : refusal;
}

const listed = ({ refusal }: Target): { refusal: string; detail: string } | null =>
  refusal === null ? null : { refusal, detail: '' };

/** The field for the reason that lets a refused target through (A4). */
export const renderReason = (reason: string, onReason: (words: string) => void): TemplateResult =>
  html`<label
    ><span class="label">${t('reason')} <small>${t('overrideIsAudited')}</small></span
    ><input
      class="field"
      part="field"
      .value=${fromPage(reason)}
      placeholder=${t('reasonPlaceholder')}
      @input=${(event: Event) => onReason((event.target as HTMLInputElement).value)}
  /></label>`;
