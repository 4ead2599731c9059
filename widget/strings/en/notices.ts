import type { NoticeKind } from '@floorwalk/core/conversation';

/** A notice's parameters as they come over the wire: names, numbers and codes (N1). */
export type NoticeParams = Readonly<Record<string, string | number>>;

type Wording = (params: NoticeParams) => string;

const named = (params: NoticeParams, name: string, otherwise: string): string => {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === undefined || value === '' ? otherwise : String(value);
};
const agent = (params: NoticeParams) => named(params, 'agent', 'The agent');
const person = (params: NoticeParams) => named(params, 'person', 'A supervisor');
/** ", by Ines Carvalho" where a person did it. */
const by = (params: NoticeParams) => (named(params, 'by', '') === '' ? '' : `, by ${named(params, 'by', '')}`);

/** What staff read for each kind of notice; the transcript adds time and receipt. */
export const staffNotices = {
  queuePosition: (params) =>
    named(params, 'before', '0') === '0'
      ? 'The customer was told that they are next'
      : `The customer was told that ${named(params, 'before', '0')} wait before them`,
  consent: () => 'The customer was told that the conversation may be monitored, recorded and stored',
  agentJoined: (params) => `${agent(params)} has the conversation`,
  consultantJoined: (params) => `${person(params)} joined as consultant`,
  consultantLeft: (params) => `${person(params)} left`,
  transferred: (params) =>
    `${named(params, 'from', 'The former agent')} handed over to ${named(params, 'to', 'another agent')}`,
  agentLeft: (params) => `${agent(params)} left`,
  conversationEnded: (params) => staffEnd(params),
  forceClosed: () => 'A supervisor closed the conversation',
  returnedToQueue: (params) =>
    params['why'] === 'botHandedOver'
      ? 'The bot handed over to the queue'
      : `${agent(params)} released it to the queue`,
  agentDisconnected: (params) =>
    params['why'] === 'signedOut' || params['why'] === 'disabled'
      ? `${agent(params)} signed out`
      : `${agent(params)} lost the connection`,
  offered: (params) => `Offered to ${agent(params)}${by(params)}`,
  offerExpired: (params) => `${agent(params)} did not answer the offer`,
  offerWithdrawn: (params) => `The offer to ${agent(params)} was withdrawn`,
  offerRejected: (params) => `${agent(params)} rejected the offer`,
  assigned: (params) => `Assigned to ${agent(params)}${by(params)}`,
  transferOffered: (params) => `Transfer offered to ${agent(params)}${by(params)}`,
  transferRejected: (params) => `${agent(params)} rejected the transfer`,
  transferExpired: (params) => `${agent(params)} did not answer the transfer`,
  transferCancelled: (params) => `The transfer to ${agent(params)} was cancelled`,
  customerDisconnected: () => 'The customer lost the connection',
  customerReturned: () => 'The customer is back',
  handRaised: (params) => `${agent(params)} raised a hand`,
  handClaimed: (params) => `${person(params)} comes to help`,
  handLowered: (params) => `${named(params, 'person', 'Somebody')} lowered the hand`,
} as const satisfies Record<NoticeKind, Wording>;

const staffEnd = (params: NoticeParams): string => {
  switch (params['by']) {
    case 'agent':
      return 'The agent ended the conversation';
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
