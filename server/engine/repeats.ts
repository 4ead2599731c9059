import { actorId, refuse, type Actor, type Plane, type Refusal } from '@floorwalk/core';
import type { Done, Options, Request } from './engine.ts';

/**
 * Ids are the client's, told apart by what they are for; a message is known by its own id on its plane of its conversation
 * (P4), so that no id of the internal plane is ever taken for a customer (P2).
 */
export function commandIdOf(actor: Actor, request: Request, options: Options): string | undefined {
  if (request.of === 'conversation' && request.command.type === 'Say')
    return sayId(request.id, request.command.plane, request.command.id);
  return options.commandId === undefined ? undefined : ownId(actor, options.commandId);
}

/** The id under which a client's own command id is remembered. */
export const ownId = (actor: Actor, commandId: string): string => `${actor.kind} ${actorId(actor)} ${commandId}`;

/** The id of a text on its plane of its conversation. */
export const sayId = (conversation: string, plane: Plane, message: string): string =>
  `say ${conversation} ${plane} ${message}`;

/** What a commit keeps for repeats: the answer, and whose it is. */
export const keepAnswer = (actor: Actor, done: Done): string => JSON.stringify({ by: actorId(actor), done });

/** A repeat by its author answers as the first time did; anybody else used an id that is taken. */
export function readAnswer(answer: string, actor: Actor): Done | Refusal {
  const { by, done } = JSON.parse(answer) as { by: string; done: Done };
  return by === actorId(actor) ? done : refuse('identifierReused');
}
