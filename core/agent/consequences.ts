import type { Conversation } from '../conversation/conversation.ts';
import { primaryOf } from '../conversation/conversation.ts';
import type { ConversationEvent } from '../conversation/events.ts';
import type { AgentCommand } from './agent.ts';

/** A command for an agent that follows from what happened to a conversation. */
export interface Consequence {
  readonly agent: string;
  readonly command: AgentCommand;
}

/**
 * What the events of one conversation mean for its agents' own state (K2, D1), in order: an act clears a missed
 * offer, accepting or closing ends manual available and busy, an offer that ran out is missed, and push notes whom it
 * asked. `before` is the conversation as it was. Whoever is no agent is named too: the caller knows its agents.
 */
export function consequences(
  before: Conversation | undefined,
  events: readonly ConversationEvent[],
): readonly Consequence[] {
  const found: Consequence[] = [];
  const note = (agent: string, type: 'Act' | 'Lapse' | 'MissOffer' | 'NoteOffer'): void => {
    if (!found.some((known) => known.agent === agent && known.command.type === type))
      found.push({ agent, command: { type } });
  };
  const holder = before === undefined ? null : primaryOf(before);
  for (const event of events) {
    if (event.by !== 'system' && event.by !== 'customer') note(event.by, 'Act');
    switch (event.type) {
      case 'ConversationOffered':
      case 'TransferOffered':
        if (event.offer.by === null) note(event.offer.agent, 'NoteOffer');
        break;
      case 'OfferEnded':
      case 'TransferEnded':
        if (event.how === 'expired') note(event.agent, 'MissOffer');
        break;
      case 'ConversationEngaged':
        if (event.primary.kind === 'agent') note(event.primary.id, 'Lapse');
        if (event.primary.kind === 'agent' && event.how === 'pushed') note(event.primary.id, 'NoteOffer');
        break;
      case 'ConversationTransferred':
        note(event.to, 'Lapse');
        break;
      case 'ConversationClosed':
        // A parked conversation that times out is nobody's act and frees nobody's hands.
        if (holder?.kind === 'agent' && before?.state !== 'waiting') note(holder.id, 'Lapse');
        break;
      default:
    }
  }
  return found;
}
