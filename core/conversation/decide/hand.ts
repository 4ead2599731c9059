import { actorId } from '../../actor.ts';
import { whyNot } from '../../policy/policy.ts';
import { refuse } from '../../refusals.ts';
import type { ConversationEvent } from '../events.ts';
import { MAX_HAND } from '../hand.ts';
import { nothing, type Ask, type Decide } from './decision.ts';
import { nameOf } from './say.ts';

/** The agent asks for help; their line also stands among the internal messages, where whoever comes reads it (B3). */
export const raiseHand: Decide<'RaiseHand'> = (c, command, ask) => {
  const no = whyNot('raiseHand', { ...ask, conversation: c });
  if (no) return no;
  const text = command.text.trim();
  if (text === '') return refuse('reasonRequired');
  if (text.length > MAX_HAND) return refuse('tooLarge');
  const id = actorId(ask.actor);
  const message = {
    id: ask.newId(),
    at: ask.now,
    from: { kind: 'agent' as const, id, name: nameOf(ask.floor, id) },
    text,
  };
  return {
    events: [
      { ...stamp(ask), type: 'HandRaised', text },
      { ...stamp(ask), type: 'MessageAdded', plane: 'internal', message },
    ],
  };
};

/** Exactly one supervisor claims a hand; a repeat changes nothing. Who is there already has come with it (B3, A6). */
export const claim: Decide<'Claim'> = (c, _command, ask) => {
  const me = actorId(ask.actor);
  if (c.hand?.claimed?.by === me) return nothing;
  const no = whyNot('claim', { ...ask, conversation: c });
  if (no || c.hand === null) return no ?? refuse('noHandRaised');
  const { agent } = c.hand;
  const claimed: ConversationEvent = { ...stamp(ask), type: 'HandClaimed', agent };
  const isHere = c.consultants.some(({ id }) => id === me);
  const lowered: ConversationEvent = { ...stamp(ask), type: 'HandLowered', agent, why: 'helped' };
  return { events: isHere ? [claimed, lowered] : [claimed] };
};

/** The agent no longer asks, or the supervisor who claimed it has helped without joining (B3). */
export const lowerHand: Decide<'LowerHand'> = (c, _command, ask) => {
  const no = whyNot('lowerHand', { ...ask, conversation: c });
  if (no || c.hand === null) return no ?? refuse('noHandRaised');
  return { events: [{ ...stamp(ask), type: 'HandLowered', agent: c.hand.agent, why: 'lowered' }] };
};

const stamp = (ask: Ask) => ({ at: ask.now, by: actorId(ask.actor) });
