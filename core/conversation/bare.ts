import type { Conversation, ConversationBase } from './conversation.ts';

/**
 * Only the fields true of every state, so that no arm keeps another's. Named one by one: every server does this for every
 * event, and a copy of whatever there is takes many times as long.
 */
export function bare(c: Conversation): ConversationBase {
  const base: ConversationBase = {
    id: c.id,
    version: c.version,
    workstream: c.workstream,
    channel: c.channel,
    kind: c.kind,
    queue: c.queue,
    customer: c.customer,
    subject: c.subject,
    context: c.context,
    previous: c.previous,
    units: c.units,
    openedAt: c.openedAt,
    since: c.since,
    primarySince: c.primarySince,
    queuedAt: c.queuedAt,
    entered: c.entered,
    quietSince: c.quietSince,
    transfers: c.transfers,
    elevated: c.elevated,
    consultants: c.consultants,
    consultees: c.consultees,
    publicOffset: c.publicOffset,
    lastPublic: c.lastPublic,
    reply: c.reply,
    sentiment: c.sentiment,
    receipts: c.receipts,
    consentAt: c.consentAt,
    customerGoneSince: c.customerGoneSince,
    declined: c.declined,
    lastMove: c.lastMove,
    hand: c.hand,
    handMove: c.handMove,
  };
  return c.deliveries === undefined ? base : { ...base, deliveries: c.deliveries };
}
