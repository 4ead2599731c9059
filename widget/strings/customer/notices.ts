import type { CustomerNoticeKind } from '@floorwalk/core/conversation';
import { shortName } from '../names.ts';

/** A notice's parameters as they come over the wire. */
export type CustomerNoticeParams = Readonly<Record<string, string | number>>;

export type { CustomerNoticeKind };

type Wording = (params: CustomerNoticeParams) => string;

/** A first name from the parameters, or what to say without one. */
export const named = (params: CustomerNoticeParams, name: string, otherwise: string): string => {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === undefined || value === '' ? otherwise : shortName(String(value));
};

/** What customers read for each kind of notice, in English. */
export const customerNotices = {
  queuePosition: (params) => {
    const before = Number(params['before'] ?? 0);
    return before > 0 ? `Your place is ${before + 1}.` : 'You are next.';
  },
  consent: () => 'This conversation may be monitored, recorded and stored.',
  agentJoined: (params) => `${named(params, 'agent', 'An agent')} answers you now.`,
  consultantJoined: (params) => `${named(params, 'person', 'Somebody')}, a consultant, has joined to help.`,
  consultantLeft: (params) => {
    const left = `${named(params, 'person', 'The consultant')} has left.`;
    const agent = named(params, 'agent', '');
    return agent === '' ? left : `${left} ${agent} is still here.`;
  },
  transferred: (params) =>
    `${named(params, 'from', 'Your agent')} handed you over to ${named(params, 'to', 'a colleague')}.`,
  agentLeft: (params) => `${named(params, 'agent', 'The agent')} has left.`,
  conversationEnded: (params) => ended(params),
  forceClosed: () => 'The conversation was closed.',
  returnedToQueue: () => 'You are back in the queue. Somebody else will answer you.',
  agentDisconnected: (params) =>
    `${named(params, 'agent', 'The agent')} lost the connection. Somebody else will answer you.`,
} as const satisfies Record<CustomerNoticeKind, Wording>;

const ended = (params: CustomerNoticeParams): string => {
  switch (params['by']) {
    case 'agent':
      return 'The agent ended the conversation.';
    case 'customer':
      return 'You ended the conversation.';
    case 'unanswered':
      return 'Nobody could answer in time. Write again to start anew.';
    default:
      return 'The conversation has ended.';
  }
};
