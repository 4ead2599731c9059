import type { CommandInput } from '../../client/index.ts';
import { t } from '../../strings/index.ts';
import { CandidatesPanel } from './candidates-panel.ts';
import type { Target } from './render-candidates.ts';

/**
 * Gives an open conversation to an agent or another queue (A1–A7).
 *
 * @fires floorwalk-panel-closed - Done or cancelled, with what came of it in words.
 */
export class FloorwalkAssign extends CandidatesPanel {
  protected readonly purpose = 'assign';

  protected titleWords(): string {
    return t('assignTitle', { customer: this.customer || this.conversation });
  }
  protected terms(target: Target, isAutomatic: boolean): string {
    if (target.kind === 'queue') return t('queueTerms', { queue: target.name });
    return t(isAutomatic ? 'automaticTerms' : 'offerTermsShort', { agent: target.name });
  }
  protected confirmWord(target: Target | undefined): string {
    if (!target) return t('commandAssign');
    return target.kind === 'agent' && target.excess > 0
      ? t('assignOver', { over: target.excess })
      : t('assignTo', { target: target.name });
  }
  protected commandFor(target: Target, override: { readonly reason: string } | undefined): CommandInput {
    const to = target.kind === 'agent' ? { agent: target.id } : { queue: target.id };
    return { type: 'assign', conversation: this.conversation, ...to, ...(override && { override }) };
  }
  protected doneWord(target: Target): string {
    return target.kind === 'agent' ? t('offeredNow', { agent: target.name }) : t('assigned', { target: target.name });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-assign': FloorwalkAssign;
  }
}
