import { offerOf, type Conversation } from './conversation.ts';

/** One line of the ledger that a conversation's state implies. */
export interface Holding {
  readonly agent: string;
  readonly units: number;
}

/**
 * Who holds units for this conversation (K3): the offeree from the offer, the primary while `active`, and in
 * `wrap-up` as long as the workstream's rule says. Bots hold none (C6). One line an agent, even who is both.
 */
export function holdings(c: Conversation): readonly Holding[] {
  const agents = new Set<string>();
  const offer = offerOf(c);
  if (offer) agents.add(offer.agent);
  const holds = (c.state === 'active' && c.phase === 'engaged') || (c.state === 'wrap-up' && c.unitsHeld);
  if (holds && c.primary.kind === 'agent') agents.add(c.primary.id);
  return c.units === 0 ? [] : [...agents].map((agent) => ({ agent, units: c.units }));
}
