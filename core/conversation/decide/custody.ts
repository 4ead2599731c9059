import { actorId } from '../../actor.ts';
import { refuseState, whyNot } from '../../policy/policy.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import { isLive, kindOf } from '../../words.ts';
import { offerOf, primaryOf, type Conversation, type Outcome } from '../conversation.ts';
import type { ConversationEvent } from '../events.ts';
import { nothing, type Ask, type Decide, type Decided } from './decision.ts';
import { endOffer } from './offers.ts';

export const assignToQueue: Decide<'AssignToQueue'> = (c, command, ask) => {
  const no = whyNot('assign', { ...ask, conversation: c }) ?? queueRefusal(c, command.queue, ask);
  return no ?? { events: [{ ...stamp(ask), type: 'ConversationRequeued', queue: command.queue }] };
};

export const transferToQueue: Decide<'TransferToQueue'> = (c, command, ask) => {
  const no = whyNot('transferToQueue', { ...ask, conversation: c }) ?? queueRefusal(c, command.queue, ask);
  if (no) return no;
  return {
    events: [
      { ...stamp(ask), type: 'ConversationReleased', why: 'transferred' },
      { ...stamp(ask), type: 'ConversationRequeued', queue: command.queue },
    ],
  };
};

/** Why a queue cannot take the conversation; null where it can (A3). */
export function queueRefusal(c: Conversation, queueId: string, { floor }: Pick<Ask, 'floor'>): Refusal | null {
  const queue = floor.queues.get(queueId);
  if (!queue) return refuse('unknownQueue');
  if (queueId === c.queue) return refuse('sameTarget');
  if (queue.kind !== kindOf(c.channel)) return refuse('queueKind');
  if (queue.disabled) return refuse('targetDisabled');
  const member = [...floor.people.values()].some((p) => !p.disabled && !p.bot && p.queues.includes(queueId));
  return member ? null : refuse('queueWithoutMembers');
}

export const release: Decide<'Release'> = (c, _command, ask) =>
  whyNot('release', { ...ask, conversation: c }) ?? {
    events: [{ ...stamp(ask), type: 'ConversationReleased', why: 'released' }],
  };

export const park: Decide<'Park'> = (c, _command, ask) => {
  const no = whyNot('park', { ...ask, conversation: c });
  return no ?? { events: [{ ...stamp(ask), type: 'ConversationParked', why: 'parked' }] };
};

export const resume: Decide<'Resume'> = (c, _command, ask) => {
  const primary = primaryOf(c);
  const no = whyNot('resume', { ...ask, conversation: c });
  if (no || !primary) return no ?? refuseState(c, ask.floor);
  return { events: [{ ...stamp(ask), type: 'ConversationEngaged', primary, how: 'resumed' }] };
};

export const end: Decide<'End'> = (c, _command, ask) => {
  if (ask.actor.kind === 'bot') {
    return c.state === 'active' && primaryOf(c)?.id === ask.actor.id
      ? { events: ending(c, 'endedByBot', ask) }
      : refuse('notPrimary');
  }
  return whyNot('end', { ...ask, conversation: c }) ?? { events: ending(c, 'endedByAgent', ask) };
};

export const close: Decide<'Close'> = (c, _command, ask) => {
  const no = whyNot('close', { ...ask, conversation: c });
  if (no) return no;
  return c.state === 'wrap-up'
    ? { events: [{ ...stamp(ask), type: 'ConversationClosed', outcome: c.outcome, reason: null }] }
    : refuseState(c, ask.floor);
};

export const forceClose: Decide<'ForceClose'> = (c, command, ask) => {
  const no = whyNot('forceClose', { ...ask, conversation: c });
  if (no) return no;
  if (command.reason.trim() === '') return refuse('reasonRequired');
  const outcome = c.state === 'wrap-up' ? c.outcome : 'forceClosed';
  return {
    events: [...cancelled(c, ask), { ...stamp(ask), type: 'ConversationClosed', outcome, reason: command.reason }],
  };
};

/** The bot gives it to the agents of its queue (C1). */
export const handOver: Decide<'HandOver'> = (c, _command, ask) => {
  const primary = primaryOf(c);
  if (c.state !== 'active') return refuseState(c, ask.floor);
  if (primary?.kind !== 'bot') return refuse('notHeldByBot');
  const may = ask.actor.kind === 'system' || (ask.actor.kind === 'bot' && ask.actor.id === primary.id);
  return may ? { events: [{ ...stamp(ask), type: 'ConversationReleased', why: 'botHandedOver' }] } : refuse('role');
};

/** A call was started on it: said by its primary, or by the integration that carries the call (C5). */
export const elevate: Decide<'Elevate'> = (c, _command, ask) => {
  if (c.elevated) return nothing;
  if (c.state !== 'active' || c.phase !== 'engaged') return refuseState(c, ask.floor);
  const isPrimary = ask.actor.kind === 'person' && ask.actor.id === c.primary.id;
  return isPrimary || ask.actor.kind === 'system' || ask.actor.kind === 'integration'
    ? { events: [{ ...stamp(ask), type: 'ConversationElevated' }] }
    : refuse('notPrimary');
};

/** Ends an engaged conversation: a pending transfer is cancelled first (T6), units follow the workstream's rule (K3). */
export function ending(c: Conversation, outcome: Outcome, ask: Ask): ConversationEvent[] {
  const rule = ask.floor.workstreams.get(c.workstream)?.wrapUpUnits ?? 'always';
  const unitsHeld = rule !== 'never' && rule !== 0;
  const unitsUntil = typeof rule === 'number' ? ask.now + rule : null;
  return [...cancelled(c, ask), { ...stamp(ask), type: 'ConversationEnded', outcome, unitsHeld, unitsUntil }];
}

/** A pending transfer ends with the conversation; the target is told (T6). */
export function cancelled(c: Conversation, ask: Ask): ConversationEvent[] {
  const pending = offerOf(c);
  return pending && !(c.state === 'active' && c.phase === 'offered') ? [endOffer(c, pending, 'cancelled', ask)] : [];
}

/** K5, C7: the agent is off the floor. Live chats go back to the queue, others wait; a pending transfer decides (T6). */
export const agentLost: Decide<'AgentLost'> = (c, command, ask): Decided => {
  if (ask.actor.kind !== 'system') return refuse('role');
  const pending = offerOf(c);
  if (pending?.agent === command.agent) return { events: [endOffer(c, pending, 'unreachable', ask)] };
  if (c.consultees.some((p) => p.id === command.agent))
    return { events: [{ ...stamp(ask), type: 'ConsulteeLeft', person: command.agent }] };
  if (c.state !== 'active' || c.phase !== 'engaged' || c.primary.id !== command.agent) return nothing;
  const back = isLive(c.channel) || pending !== null;
  return back
    ? { events: [{ ...stamp(ask), type: 'ConversationReleased', why: command.why }] }
    : { events: [{ ...stamp(ask), type: 'ConversationParked', why: command.why }] };
};

export const offereeUnreachable: Decide<'OffereeUnreachable'> = (c, command, ask) => {
  if (ask.actor.kind !== 'system') return refuse('role');
  const pending = offerOf(c);
  return pending?.agent === command.agent ? { events: [endOffer(c, pending, 'unreachable', ask)] } : nothing;
};

const stamp = (ask: Ask) => ({ at: ask.now, by: actorId(ask.actor) });
