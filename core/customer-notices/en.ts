import type { CustomerNoticeWording } from './words.ts';

/** What customers read for each kind of notice, in English. It names nothing of what goes on behind the desk. */
export const notices: CustomerNoticeWording = (named) => ({
  queuePosition: ({ before }) => (Number(before ?? 0) > 0 ? `Your place is ${Number(before) + 1}.` : 'You are next.'),
  consent: () => 'This conversation may be monitored, recorded and stored.',
  agentJoined: (it) => `${named(it, 'agent', 'An agent')} answers you now.`,
  consultantJoined: (it) => `${named(it, 'person', 'Somebody')}, a consultant, has joined to help.`,
  consultantLeft: (it) => {
    const left = `${named(it, 'person', 'The consultant')} has left.`;
    const agent = named(it, 'agent', '');
    return agent === '' ? left : `${left} ${agent} is still here.`;
  },
  transferred: (it) => `${named(it, 'from', 'Your agent')} handed you over to ${named(it, 'to', 'a colleague')}.`,
  agentLeft: (it) => `${named(it, 'agent', 'The agent')} has left.`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'The agent ended the conversation.'
      : by === 'customer'
        ? 'You ended the conversation.'
        : by === 'unanswered'
          ? 'Nobody could answer in time. Write again to start anew.'
          : 'The conversation has ended.',
  forceClosed: () => 'The conversation was closed.',
  returnedToQueue: () => 'You are back in the queue. Somebody else will answer you.',
  agentDisconnected: (it) => `${named(it, 'agent', 'The agent')} lost the connection. Somebody else will answer you.`,
});
