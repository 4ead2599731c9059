import type { AgentCandidate, Candidates, QueueCandidate } from '@floorwalk/core/protocol';
import type { CardJson } from '../transport/activity.ts';
import { harmlessLine } from '../words/text.ts';
import { button, card, heading, line, run, subtle, type Element, type Stamp } from './elements.ts';
import type { Words } from '../words/index.ts';
import { codeWords, presenceWord } from '../words/phrases.ts';

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
  const { target: say } = stamp.words;
  return card(stamp, targetBody(stamp, form), [
    ...(tried?.isAllowed
      ? [
          button(
            stamp,
            what === 'assign' ? say.assignNow : say.transferNow,
            `give-${what}`,
            { ...data, target: tried.target, reason: tried.reason },
            { style: 'positive', associatedInputs: 'none' },
          ),
        ]
      : []),
    button(stamp, say.wouldDo, `try-${what}`, data),
    ...(all ? [] : [button(stamp, say.showAll, what, { c: conversation, all: true }, { associatedInputs: 'none' })]),
    button(stamp, say.cancel, 'dismiss', { c: conversation }, { associatedInputs: 'none' }),
  ]);
}

/** The form itself, the same on a card and in a dialog. */
export function targetBody({ words }: Stamp, { what, name, candidates, conversation, tried }: TargetForm): Element[] {
  const { target: say } = words;
  const choices = titlesOf(words, candidates);
  const kept = choices.slice(0, MOST_CHOICES);
  if (tried && !kept.some(({ value }) => value === tried.target)) {
    const one = choices.find(({ value }) => value === tried.target);
    if (one) kept.push(one);
  }
  const title = what === 'assign' ? say.assign(name) : say.transfer(name);
  if (choices.length === 0) return [heading(title), line([run(say.nobody)])];
  return [
    heading(title),
    {
      type: 'Input.ChoiceSet',
      id: 'target',
      label: what === 'assign' ? say.agentOrQueue : say.agent,
      style: 'filtered',
      isRequired: true,
      errorMessage: say.choose,
      choices: kept,
      ...(tried && { value: tried.target }),
      ...(choices.length > MOST_CHOICES && {
        'choices.data': { type: 'Data.Query' as const, dataset: `${what}:${conversation}` },
      }),
    },
    {
      type: 'Input.Text',
      id: 'reason',
      label: say.reason,
      maxLength: 1_000,
      ...(tried && tried.reason !== '' && { value: tried.reason }),
    },
    ...(choices.length > MOST_CHOICES ? [subtle(say.firstOf(MOST_CHOICES, choices.length))] : []),
    ...(tried ? [line([run(tried.words, { color: tried.isAllowed ? 'good' : 'attention' })])] : []),
  ];
}

/** Everybody who can take it, each as one line and the value that names them. */
export const titlesOf = (
  words: Words,
  { agents, queues }: Candidates,
): { readonly title: string; readonly value: string }[] => [
  ...agents.map((agent) => ({ title: agentTitle(words, agent), value: `agent:${agent.id}` })),
  ...queues.map((queue) => ({ title: queueTitle(words, queue), value: `queue:${queue.id}` })),
];

/** A candidate in one line: presence, load, units, excess, and what stands against it. */
function agentTitle(words: Words, agent: AgentCandidate): string {
  const { target: say } = words;
  const facts = [
    agent.reachable ? presenceWord(words, agent.presence) : say.unreachable,
    `${agent.load}/${agent.capacity}`,
    `+${agent.units}`,
    ...(agent.excess > 0 ? [say.over(agent.excess)] : []),
    ...(agent.leavesFloor ? [say.leavesFloor] : []),
    ...(agent.refusal === null || agent.overridable ? [] : [codeWords(words, agent.refusal)]),
  ];
  return `${harmlessLine(agent.name)} – ${facts.join(', ')}`;
}

function queueTitle(words: Words, queue: QueueCandidate): string {
  return [
    words.target.queue(harmlessLine(queue.name), queue.members, queue.open),
    ...(queue.leavesFloor ? [words.target.leavesFloor] : []),
    ...(queue.refusal === null ? [] : [codeWords(words, queue.refusal)]),
  ].join(', ');
}
