import type { AgentCandidate, Candidates, QueueCandidate } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { loadBar, presenceMark } from '../../pictures/index.ts';
import { enumeration, presenceWord, refusalHint, t } from '../../strings/index.ts';

export type Target = AgentCandidate | QueueCandidate;

/** What a target is called inside the list; an agent and a queue may have the same id. */
export const keyOf = ({ kind, id }: Target): string => `${kind}-${id}`;

/** Whether a reason would let it through (A4). */
export const isOverridable = (target: Target): boolean =>
  target.kind === 'agent' && target.refusal !== null && target.overridable;

/** Why it cannot be chosen at all, in a few words; empty where it can. */
const refusedWords = (target: Target, purpose: 'assign' | 'transfer'): string =>
  target.refusal === null || isOverridable(target) ? '' : refusalHint(target.refusal, purpose, 'open', null);

/** What is still missing before a target may be confirmed; empty for nothing. */
export function missingWords(target: Target | undefined, purpose: Choosing['purpose'], reason: string): string {
  if (!target) return t(purpose === 'assign' ? 'chooseTarget' : 'chooseAgent');
  if (!isOverridable(target)) return refusedWords(target, purpose);
  return reason.trim() === '' ? t('giveReason') : '';
}

interface Choosing {
  readonly chosen: string;
  readonly purpose: 'assign' | 'transfer';
  readonly onChoose: (key: string) => void;
  /** The pointer rests on a candidate, or on none. */
  readonly onPoint: (key: string) => void;
  readonly onConfirm: () => void;
}

/** Agents, then queues, as one list to choose from. */
export const renderList = ({ agents, queues }: Candidates, choosing: Choosing, label: string): TemplateResult =>
  html`<div
    class="list"
    id="candidates"
    role="listbox"
    tabindex="-1"
    aria-label=${label}
    @pointerleave=${() => choosing.onPoint('')}
  >
    ${agents.length > 0 ? html`<div class="group" role="presentation">${t('targetAgents')}</div>` : nothing}
    ${agents.map((agent) => renderCandidate(agent, choosing))}
    ${queues.length > 0 ? html`<div class="group" role="presentation">${t('targetQueues')}</div>` : nothing}
    ${queues.map((queue) => renderCandidate(queue, choosing))}
  </div>`;

/** One line of the list: an agent with presence, queues, and load as it would be; or a queue (A2, A3). */
function renderCandidate(target: Target, choosing: Choosing): TemplateResult {
  const key = keyOf(target);
  return html`<div
    class="candidate choosable"
    part="row"
    id=${`c-${key}`}
    role="option"
    aria-selected=${key === choosing.chosen}
    aria-disabled=${refusedWords(target, choosing.purpose) !== ''}
    @click=${() => choosing.onChoose(key)}
    @pointerenter=${(event: PointerEvent) => event.pointerType === 'mouse' && choosing.onPoint(key)}
    @dblclick=${choosing.onConfirm}
  >
    ${target.kind === 'agent' ? renderAgent(target, choosing.purpose) : renderQueue(target, choosing.purpose)}
  </div>`;
}

function renderAgent(agent: AgentCandidate, purpose: Choosing['purpose']): TemplateResult {
  const free = agent.capacity - agent.load - agent.units;
  const refused = refusedWords(agent, purpose);
  const notes = [
    presenceWord(agent.presence, agent.reachable),
    ...(agent.leavesFloor ? [t('leavesYourFloor')] : []),
    // Being out of reach is said by the presence already.
    ...(refused !== '' && agent.refusal !== 'agentUnreachable' ? [refused] : []),
  ];
  const last =
    refused !== ''
      ? html`<span class="num muted">${t('refused')}</span>`
      : html`<span class="num ${agent.excess > 0 ? 'late' : free > 0 && agent.refusal === null ? 'free' : 'muted'}"
          >${agent.excess > 0 ? t('over', { units: agent.excess }) : t('free', { units: free })}</span
        >`;
  // Marks and numbers that are said by words beside them are for eyes only.
  return html`<span aria-hidden="true">${presenceMark(agent.presence, agent.reachable)}</span>
    <span class="two"
      ><span class="cut strong" dir="auto">${agent.name}</span
      ><span class="cut muted">${enumeration(notes)}</span></span
    >
    <span class="cut muted c-queues" dir="auto">${enumeration(agent.queues.map(({ name }) => name))}</span>
    <span class="two c-bar"
      >${loadBar(agent.load, agent.capacity, { whatIf: agent.units })}<span class="muted num" aria-hidden="true"
        >${t('loadOf', { load: agent.load + agent.units, capacity: agent.capacity })}</span
      ></span
    >
    ${last}`;
}

function renderQueue(queue: QueueCandidate, purpose: Choosing['purpose']): TemplateResult {
  const refused = refusedWords(queue, purpose);
  const notes = [t('waitingNow', { open: queue.open }), ...(queue.leavesFloor ? [t('leavesYourFloor')] : [])];
  return html`${icon('note')}
    <span class="two"
      ><span class="cut strong" dir="auto">${queue.name}</span
      ><span class="cut muted">${refused || enumeration(notes)}</span></span
    >
    <span class="c-queues"></span><span class="c-bar"></span>
    <span class="num muted">${t('memberCount', { members: queue.members })}</span>`;
}
