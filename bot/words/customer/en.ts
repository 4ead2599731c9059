import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in English. */
export const en: CustomerWords = {
  visitor: 'Visitor',
  noFiles: 'Files and pictures are not passed on here. Please write it.',
  noText: 'The message had no text, so nothing was passed on.',
  unchanged: 'A message that was sent stays as it was sent. Please write a correction.',
  notTaken: 'Your last message could not be passed on. Please write it in another way.',
  notices: {
    queuePosition: ({ before }) => (Number(before ?? 0) > 0 ? `Your place is ${Number(before) + 1}.` : 'You are next.'),
    consent: () => 'This conversation may be monitored, recorded and stored.',
    agentJoined: (it) => `${named(it, 'agent', 'An agent')} answers you now.`,
    consultantJoined: (it) => `${named(it, 'person', 'Somebody')}, a consultant, has joined to help.`,
    consultantLeft: (it) => `${named(it, 'person', 'The consultant')} has left.`,
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
  },
};
