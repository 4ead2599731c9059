import type { NoticeKind } from '@floorwalk/core/conversation';

/** A notice's parameters as they come over the wire: names, numbers and codes (N1). */
export type NoticeParams = Readonly<Record<string, string | number>>;

type Wording = (params: NoticeParams) => string;

/** The first parameter of these names that is there, as text. */
export const named = (params: NoticeParams, names: readonly string[], otherwise: string): string => {
  for (const name of names) {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value !== undefined && value !== '') return String(value);
  }
  return otherwise;
};

const agent = (params: NoticeParams) => named(params, ['agent', 'name', 'primary'], 'The agent');
const person = (params: NoticeParams) => named(params, ['consultant', 'person', 'name'], 'A supervisor');

/** What staff read for each kind of notice; the transcript adds time and receipt. */
export const staffNotices = {
  queuePosition: (params) => `The customer was told their place: ${named(params, ['position', 'place'], 'unknown')}`,
  consent: () => 'The customer was told that the conversation may be monitored, recorded and stored',
  agentJoined: (params) => `${agent(params)} has the conversation`,
  consultantJoined: (params) => `${person(params)} joined as consultant`,
  consultantLeft: (params) => `${person(params)} left`,
  transferred: (params) =>
    `${named(params, ['from'], 'The former agent')} handed over to ${named(params, ['to', 'agent'], 'another agent')}`,
  agentLeft: (params) => `${agent(params)} left`,
  conversationEnded: (params) => staffEnd(params),
  forceClosed: (params) => `${named(params, ['by', 'supervisor', 'name'], 'A supervisor')} closed the conversation`,
  returnedToQueue: (params) => `Back in ${named(params, ['queue'], 'the queue')}`,
  agentDisconnected: (params) => `${agent(params)} lost the connection`,
  offered: (params) => `Offered to ${named(params, ['to', 'agent', 'name'], 'an agent')}`,
  offerExpired: (params) => `${agent(params)} did not answer the offer`,
  offerWithdrawn: (params) => `The offer to ${named(params, ['agent', 'to', 'name'], 'the agent')} was withdrawn`,
  offerRejected: (params) => `${agent(params)} rejected the offer`,
  assigned: (params) => `Assigned to ${named(params, ['to', 'agent', 'queue', 'name'], 'an agent')}`,
  transferOffered: (params) => `Transfer offered to ${named(params, ['to', 'agent', 'name'], 'an agent')}`,
  transferRejected: (params) => `${named(params, ['to', 'agent', 'name'], 'The agent')} rejected the transfer`,
  transferExpired: (params) => `${named(params, ['to', 'agent', 'name'], 'The agent')} did not answer the transfer`,
  transferCancelled: (params) => `The transfer to ${named(params, ['to', 'agent', 'name'], 'the agent')} was cancelled`,
  customerDisconnected: () => 'The customer lost the connection',
  customerReturned: () => 'The customer is back',
} as const satisfies Record<NoticeKind, Wording>;

const staffEnd = (params: NoticeParams): string => {
  switch (params['by']) {
    case 'agent':
      return `${agent(params)} ended the conversation`;
    case 'customer':
      return 'The customer ended the conversation';
    case 'timer':
      return 'The conversation ended by its timer';
    case 'unanswered':
      return 'The conversation ended unanswered';
    default:
      return 'The conversation ended';
  }
};
