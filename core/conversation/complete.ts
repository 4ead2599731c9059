import { primaryOf, type Conversation } from './conversation.ts';
import { freshReplyClock } from './reply-clock.ts';

/** A state as it was stored, with what states of earlier versions did not have yet. */
export const completeConversation = (stored: Conversation): Conversation => ({
  ...{
    hand: null,
    handMove: null,
    primarySince: primaryOf(stored) ? (stored.entered['active'] ?? stored.since) : null,
  },
  ...stored,
  reply: { ...freshReplyClock, ...stored.reply },
});
