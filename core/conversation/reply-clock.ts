import type { ReplyClock } from './conversation.ts';
import type { Message } from './message.ts';

const KEPT_REPLIES = 50;

export const freshReplyClock: ReplyClock = {
  unansweredSince: null,
  lastCustomerAt: null,
  lastReplyAt: null,
  lastReplyMs: null,
  replyMs: [],
  replied: false,
  customerMessages: 0,
};

/** Counts one public message: a customer's starts the wait, an answer ends it and is timed (F1, M2). */
export function countReply(clock: ReplyClock, message: Message): ReplyClock {
  if (message.from.kind === 'customer') {
    return {
      ...clock,
      lastCustomerAt: message.at,
      unansweredSince: clock.unansweredSince ?? message.at,
      customerMessages: clock.customerMessages + 1,
    };
  }
  const answered = clock.unansweredSince;
  if (answered === null) return { ...clock, lastReplyAt: message.at };
  const took = Math.max(0, message.at - answered);
  return {
    ...clock,
    unansweredSince: null,
    lastReplyAt: message.at,
    lastReplyMs: took,
    replyMs: [...clock.replyMs, took].slice(-KEPT_REPLIES),
    replied: true,
  };
}

/** The median of the latest reply times of this conversation, in milliseconds; null before the first (M2). */
export function medianReplyMs(clock: ReplyClock): number | null {
  const sorted = clock.replyMs.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
