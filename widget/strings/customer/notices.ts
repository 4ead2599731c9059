import type { NoticeKind } from '@floorwalk/core/conversation';
import { shortName } from '../names.ts';

/** A notice's parameters as they come over the wire. */
export type CustomerNoticeParams = Readonly<Record<string, string | number>>;

/** The kinds of notice that customers receive (N1). */
export type CustomerNoticeKind = Extract<
  NoticeKind,
  | 'queuePosition'
  | 'consent'
  | 'agentJoined'
  | 'consultantJoined'
  | 'consultantLeft'
  | 'transferred'
  | 'agentLeft'
  | 'conversationEnded'
  | 'forceClosed'
  | 'returnedToQueue'
  | 'agentDisconnected'
>;

type Wording = (params: CustomerNoticeParams) => string;

const named = (params: CustomerNoticeParams, names: readonly string[], otherwise: string): string => {
  for (const name of names) {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value !== undefined && value !== '') return shortName(String(value));
  }
  return otherwise;
};

/** What customers read for each kind of notice, in English. */
export const customerNotices = {
  queuePosition: (params) => `Your place in the queue is ${named(params, ['position', 'place'], 'kept')}.`,
  consent: () => 'This conversation may be monitored, recorded and stored.',
  agentJoined: (params) => `${named(params, ['agent', 'name'], 'An agent')} answers you now.`,
  consultantJoined: (params) =>
    `${named(params, ['consultant', 'person', 'name'], 'Somebody')}, a consultant, has joined to help.`,
  consultantLeft: (params) => {
    const left = `${named(params, ['consultant', 'person', 'name'], 'The consultant')} has left.`;
    const agent = named(params, ['agent', 'primary', 'stays'], '');
    return agent === '' ? left : `${left} ${agent} is still here.`;
  },
  transferred: (params) => {
    const to = named(params, ['to', 'agent'], 'a colleague');
    const from = named(params, ['from'], '');
    return from === '' ? `${to} answers you now.` : `${from} handed you over to ${to}.`;
  },
  agentLeft: (params) => `${named(params, ['agent', 'name', 'person'], 'The agent')} has left.`,
  conversationEnded: (params) => ended(params),
  forceClosed: () => 'The conversation was closed.',
  returnedToQueue: () => 'You are back in the queue. Somebody else will answer you.',
  agentDisconnected: (params) =>
    `${named(params, ['agent', 'name'], 'The agent')} lost the connection. You keep your place.`,
} as const satisfies Record<CustomerNoticeKind, Wording>;

const ended = (params: CustomerNoticeParams): string => {
  switch (params['by']) {
    case 'agent':
      return `${named(params, ['agent', 'name'], 'The agent')} ended the conversation.`;
    case 'customer':
      return 'You ended the conversation.';
    case 'unanswered':
      return 'Nobody could answer in time. Write again to start anew.';
    default:
      return 'The conversation has ended.';
  }
};
