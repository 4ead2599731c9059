import type { Actor } from '../../actor.ts';
import type { Floor } from '../../floor/floor.ts';
import type { Refusal } from '../../refusals.ts';
import type { Time } from '../../words.ts';
import type { ConversationCommand } from '../commands.ts';
import type { Conversation } from '../conversation.ts';
import type { ConversationEvent } from '../events.ts';

/** The decider's whole view of the world: the floor, who asks, the clock and a source of ids (all passed in). */
export interface Ask {
  readonly floor: Floor;
  readonly actor: Actor;
  readonly now: Time;
  /** Makes a new id: unique, never reused. */
  readonly newId: () => string;
}

/** What a command leads to. No events: it was so already. */
export interface Decision {
  readonly events: readonly ConversationEvent[];
  /** The decision relied on this agent's free capacity: the store refuses it beyond (K3, D1). */
  readonly ceiling?: { readonly agent: string; readonly atMost: number };
  /** Units over capacity, where a reason overrode it (A4). */
  readonly excess?: number;
}

export type Decided = Decision | Refusal;

/** A command's whole decision, with what the conversation then is; the state itself where nothing happened. */
export interface Settled extends Decision {
  readonly after: Conversation;
}

/** One command's decider. */
export type Decide<Type extends ConversationCommand['type']> = (
  c: Conversation,
  command: Extract<ConversationCommand, { type: Type }>,
  ask: Ask,
) => Decided;

export const nothing: Decision = { events: [] };
