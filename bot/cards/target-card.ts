import type { AgentCandidate, Candidates, QueueCandidate } from '@floorwalk/core/protocol';
import type { CardJson } from '../transport/activity.ts';
import { harmlessLine } from '../words/text.ts';
import { button, card, heading, line, run, subtle, type Element, type Stamp } from './elements.ts';
import { sentenceOf } from './floor-card.ts';

export type Giving = 'assign' | 'transfer';

/** Choices in one list; the rest are found by typing, where the client asks for more. */
const MOST_CHOICES = 100;

export interface TargetForm {
  readonly what: Giving;
  readonly conversation: string;
  readonly name: string;
  readonly candidates: Candidates;
  readonly all: boolean;
  /** What was tried last, and what it would do. */
  readonly tried?: {
    readonly target: string;
    readonly reason: string;
    readonly words: string;
    readonly isAllowed: boolean;
  };
}

/** Who can take a conversation, with units and excess; first what it would do, then doing it. */
export function targetCard(stamp: Stamp, form: TargetForm): CardJson {
  const { what, conversation, all, tried } = form;
  const data = { c: conversation, all };
  const word = what === 'assign' ? 'Assign' : 'Transfer';
  return card(stamp, targetBody(form), [
    ...(tried?.isAllowed
      ? [
          button(
            stamp,
            `${word} now`,
            `give-${what}`,
            { ...data, target: tried.target, reason: tried.reason },
            { style: 'positive', associatedInputs: 'none' },
          ),
        ]
      : []),
    button(stamp, 'What would it do?', `try-${what}`, data),
    ...(all ? [] : [button(stamp, 'Show all', what, { c: conversation, all: true }, { associatedInputs: 'none' })]),
    button(stamp, 'Cancel', 'dismiss', { c: conversation }, { associatedInputs: 'none' }),
  ]);
}

/** The form itself, the same on a card and in a dialog. */
export function targetBody({ what, name, candidates, conversation, tried }: TargetForm): Element[] {
  const choices = titlesOf(candidates);
  const kept = choices.slice(0, MOST_CHOICES);
  if (tried && !kept.some(({ value }) => value === tried.target)) {
    const one = choices.find(({ value }) => value === tried.target);
    if (one) kept.push(one);
  }
  const title = what === 'assign' ? `Assign ${name}` : `Transfer ${name}`;
  if (choices.length === 0) return [heading(title), line([run('Nobody can take it now.')])];
  return [
    heading(title),
    {
      type: 'Input.ChoiceSet',
      id: 'target',
      label: what === 'assign' ? 'Agent or queue' : 'Agent',
      style: 'filtered',
      isRequired: true,
      errorMessage: 'Choose somebody.',
      choices: kept,
      ...(tried && { value: tried.target }),
      ...(choices.length > MOST_CHOICES && {
        'choices.data': { type: 'Data.Query' as const, dataset: `${what}:${conversation}` },
      }),
    },
    {
      type: 'Input.Text',
      id: 'reason',
      label: 'Reason, needed where somebody would hold too much',
      maxLength: 1_000,
      ...(tried && tried.reason !== '' && { value: tried.reason }),
    },
    ...(choices.length > MOST_CHOICES ? [subtle(`The first ${MOST_CHOICES} of ${choices.length}.`)] : []),
    ...(tried ? [line([run(tried.words, { color: tried.isAllowed ? 'good' : 'attention' })])] : []),
  ];
}

/** Everybody who can take it, each as one line and the value that names them. */
export const titlesOf = ({ agents, queues }: Candidates): { readonly title: string; readonly value: string }[] => [
  ...agents.map((agent) => ({ title: agentTitle(agent), value: `agent:${agent.id}` })),
  ...queues.map((queue) => ({ title: queueTitle(queue), value: `queue:${queue.id}` })),
];

/** A candidate in one line: presence, load, units, excess, and what stands against it. */
function agentTitle(agent: AgentCandidate): string {
  const facts = [
    agent.reachable ? agent.presence : 'unreachable',
    `${agent.load}/${agent.capacity}`,
    `+${agent.units}`,
    ...(agent.excess > 0 ? [`${agent.excess} over`] : []),
    ...(agent.leavesFloor ? ['leaves your floor'] : []),
    ...(agent.refusal === null || agent.overridable ? [] : [sentenceOf(agent.refusal)]),
  ];
  return `${harmlessLine(agent.name)} – ${facts.join(', ')}`;
}

function queueTitle(queue: QueueCandidate): string {
  const against = queue.refusal === null ? '' : `, ${sentenceOf(queue.refusal)}`;
  return `Queue ${harmlessLine(queue.name)} – ${queue.members} members, ${queue.open} open${queue.leavesFloor ? ', leaves your floor' : ''}${against}`;
}
