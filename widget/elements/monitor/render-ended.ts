import type { Detail, ServerMessage } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { clock, refusalSentence, t } from '../../strings/index.ts';

type Ended = Extract<ServerMessage, { type: 'ended' }>;

/** How long a stopped text goes on by itself, as the server has it (M6). */
const RESUMES_MS = 600_000;

/** Why the text stopped at this moment, and whether it goes on by itself (M6). */
export function endedWords({ refusal, resumes }: Ended, detail: Detail, at: number): string {
  const facts = { agent: detail.primary?.name ?? t('nobody'), clock: clock(at) };
  if (resumes) {
    // What was seen of the conversation is from before; the refusal says what it is now.
    const why = refusal.state === 'waiting' ? t('parked', facts) : t('nobodyHoldsIt');
    return `${why} ${t('textStops', { until: clock(at + RESUMES_MS) })}`;
  }
  if (refusal.refusal === 'isPrimary') return t('assignedToYou');
  if (refusal.refusal === 'state' && refusal.state === 'closed') return t('closedWhileWatching', { clock: clock(at) });
  if (['outOfScope', 'role', 'switchedOff'].includes(refusal.refusal))
    return `${t('rightWithdrawn', { queue: detail.queue.name })}. ${t('rightWithdrawnMore')}`;
  return refusalSentence(refusal);
}

/** The strip that says so, where the writer wrote before. */
export const renderEnded = (words: string, resumes: boolean, onClose: () => void): TemplateResult =>
  html`<div class="strip still" part="status" role="status">
    ${icon(resumes ? 'pause' : 'info')}<span>${words}</span
    ><button class="button" part="button" type="button" @click=${onClose}>${t('close')}</button>
  </div>`;
