import { primaryOf, type Conversation } from './conversation.ts';
import type { Receipt, Receipts } from './receipts.ts';
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
  receipts: listed(stored.receipts),
});

/** Once they were kept by their notices' ids. */
const listed = (receipts: Receipts | Readonly<Record<string, Omit<Receipt, 'id'>>>): Receipts =>
  isList(receipts) ? receipts : Object.entries(receipts).map(([id, receipt]) => ({ ...receipt, id }));

const isList = (receipts: object): receipts is Receipts => Array.isArray(receipts);
