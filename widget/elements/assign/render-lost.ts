import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { refusalSentence, t, winnerWords } from '../../strings/index.ts';
import type { WireRefusal } from './what-if.ts';

/** What somebody may do after their command was refused. */
export type NextStep = 'watch' | 'transfer' | 'assign' | 'withdraw' | 'again' | 'close';

const words = {
  watch: 'watchInstead',
  transfer: 'transferInstead',
  assign: 'assignInstead',
  withdraw: 'withdrawAndChoose',
  again: 'chooseAnother',
  close: 'close',
} as const satisfies Record<NextStep, string>;

/** Refusals that are about the target: another one may do. */
const ofTarget: readonly string[] = [
  'overCapacity',
  'presenceNotAllowed',
  'agentUnreachable',
  'sameTarget',
  'targetDisabled',
  'targetIsBot',
  'targetNotAgent',
  'unknownAgent',
  'unknownQueue',
  'queueKind',
  'queueWithoutMembers',
];

/** It is the conversation that cannot be given away any more, whoever the target is. */
export const isOver = ({ refusal }: WireRefusal): boolean => refusal === 'state' || refusal === 'transferPending';

/** What makes sense now, by what the conversation has become meanwhile (A6). */
export function nextSteps({ refusal, state }: WireRefusal, purpose: 'assign' | 'transfer'): readonly NextStep[] {
  if (ofTarget.includes(refusal)) return ['again', 'close'];
  if (refusal === 'transferPending') return ['watch', 'close'];
  if (refusal !== 'state') return ['close'];
  switch (state) {
    case 'open':
      return purpose === 'assign' ? ['again', 'close'] : ['assign', 'close'];
    case 'offered':
      return ['withdraw', 'close'];
    case 'engaged':
      return purpose === 'assign' ? ['watch', 'transfer', 'close'] : ['watch', 'again', 'close'];
    case 'wrap-up':
      return ['watch', 'close'];
    default:
      return ['close'];
  }
}

/** Who was faster, what became of the choice, and what can be done now, in the place where it was lost (A6). */
export function renderLost(
  refusal: WireRefusal,
  now: number,
  about: { readonly choice: string; readonly purpose: 'assign' | 'transfer' },
  onStep: (step: NextStep) => void,
): TemplateResult {
  const { winner, state } = refusal;
  return html`<div class="strip bad lost" part="refusal">
    ${icon('warning')}
    <div role="alert">
      ${winner ? html`<strong>${winnerWords(winner, now)}</strong>` : nothing}
      ${winner && refusal.refusal === 'state' ? nothing : html`<span>${refusalSentence(refusal)}</span>`}
      ${about.choice ? html`<span>${t('choiceNotSent', { choice: about.choice })}</span>` : nothing}
      ${state === 'offered' && winner?.to ? html`<span>${t('monitorOnceAccepted', { agent: winner.to })}</span>` : nothing}
    </div>
    <div class="steps">
      ${nextSteps(refusal, about.purpose).map(
        (step) =>
          html`<button class="button" part="button" type="button" @click=${() => onStep(step)}>
            ${t(words[step])}
          </button>`,
      )}
    </div>
  </div>`;
}
