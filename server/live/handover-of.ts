import { offerOf, primaryOf, type Conversation, type Handover } from '@floorwalk/core/conversation';

/** The card that this person may read: the offeree's from the offer, then the primary's own (T5); else null. */
export function handoverOf(c: Conversation, person: string): Handover | null {
  const offer = offerOf(c);
  if (offer?.agent === person) return offer.handover;
  const engaged = c.state === 'active' && c.phase === 'engaged';
  return engaged && primaryOf(c)?.id === person ? c.handover : null;
}
