import { actorId } from '../../actor.ts';
import { viewAgent } from '../../floor/agent-view.ts';
import type { Floor } from '../../floor/floor.ts';
import { refuseState } from '../../policy/policy.ts';
import { refuse } from '../../refusals.ts';
import { primaryOf, type Conversation } from '../conversation.ts';
import type { ConversationEvent } from '../events.ts';
import { MAX_TEXT, type Author } from '../message.ts';
import type { Ask, Decide } from './decision.ts';

/** Adds one message to the plane it names (P1). From `wrap-up` on the public plane is closed to everybody. */
export const say: Decide<'Say'> = (c, command, ask) => {
  const from = authorOf(c, ask);
  if (!from) return refuse('notParticipant');
  const outside = from.kind === 'customer' || from.kind === 'bot';
  if (command.plane === 'internal' && outside) return refuse('role');
  if (c.state === 'closed') return refuseState(c, ask.floor);
  if (command.plane === 'public' && c.state === 'wrap-up') return refuse('planeClosed', { state: c.state });
  if (command.text.length > MAX_TEXT) return refuse('tooLarge');
  const { id, text, plane } = command;
  const added: ConversationEvent = {
    ...stamp(ask),
    type: 'MessageAdded',
    plane,
    message: { id, at: ask.now, from, text },
  };
  const back = from.kind === 'customer' && c.state === 'waiting' ? [customerBack(c, ask)] : [];
  return { events: [added, ...back] };
};

/** Who speaks here, by what they are in this conversation; undefined for somebody who is nothing in it (M2). */
function authorOf(c: Conversation, { actor, floor }: Ask): Author | undefined {
  if (actor.kind === 'customer') return { kind: 'customer', id: 'customer', name: c.customer.name };
  const primary = primaryOf(c);
  const id = actorId(actor);
  const name = nameOf(floor, id);
  if (actor.kind === 'bot') return primary?.kind === 'bot' && primary.id === id ? { kind: 'bot', id, name } : undefined;
  if (actor.kind !== 'person') return undefined;
  if (primary?.kind === 'agent' && primary.id === id) return { kind: 'agent', id, name };
  if (c.consultees.some((p) => p.id === id)) return { kind: 'consultee', id, name };
  return c.consultants.some((p) => p.id === id) ? { kind: 'consultant', id, name } : undefined;
}

/** Keep same agent: the old primary takes it again if reachable and not `offline`, whatever the load; else the queue (C1). */
function customerBack(c: Conversation, ask: Ask): ConversationEvent {
  const primary = primaryOf(c);
  const keeps = ask.floor.workstreams.get(c.workstream)?.keepSameAgent === true;
  const view = primary ? viewAgent(ask.floor, primary.id) : undefined;
  const there = view !== undefined && view.reachable && view.presence !== 'offline' && !view.person.disabled;
  return primary && keeps && there
    ? { ...stamp(ask), type: 'ConversationEngaged', primary, how: 'returned' }
    : { ...stamp(ask), type: 'CustomerCameBack' };
}

export const nameOf = (floor: Floor, person: string): string => floor.people.get(person)?.name ?? person;

const stamp = (ask: Ask) => ({ at: ask.now, by: actorId(ask.actor) });
