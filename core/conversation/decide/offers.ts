import { actorId } from '../../actor.ts';
import type { Workstream } from '../../directory/directory.ts';
import { viewAgent } from '../../floor/agent-view.ts';
import { refuseState, whyNot, winnerOf } from '../../policy/policy.ts';
import { excessOf, targetRefusal } from '../../policy/target.ts';
import { isRefusal, refuse } from '../../refusals.ts';
import { MINUTE_MS } from '../../words.ts';
import type { Override } from '../commands.ts';
import { offerOf, primaryOf, type Conversation } from '../conversation.ts';
import type { Handover, Offer } from '../custody.ts';
import { nothing, type Ask, type Decide, type Decided } from './decision.ts';

/** How long push leaves an agent alone who rejected or missed a conversation (D1). */
export const DECLINE_MS = 10 * MINUTE_MS;

export const assignToAgent: Decide<'AssignToAgent'> = (c, command, ask) => {
  const no =
    whyNot('assign', { ...ask, conversation: c }) ??
    targetRefusal(ask.floor, c, command.agent, 'assign', command.override);
  return no ?? give(c, command.agent, command.override, ask);
};

/** Push distribution's offer: never beyond capacity, only of open conversations (D1). */
export const offer: Decide<'Offer'> = (c, command, ask) => {
  if (ask.actor.kind !== 'system') return refuse('role');
  if (c.state !== 'open') return refuseState(c, ask.floor);
  return targetRefusal(ask.floor, c, command.agent, 'assign', undefined) ?? give(c, command.agent, undefined, ask);
};

export const withdraw: Decide<'Withdraw'> = (c, _command, ask) => {
  const no = whyNot('withdraw', { ...ask, conversation: c });
  if (no) return no;
  const pending = offerOf(c);
  return pending
    ? { events: [{ ...stamp(ask), type: 'OfferEnded', agent: pending.agent, how: 'withdrawn', declinedUntil: null }] }
    : refuse('noOfferPending');
};

export const transfer: Decide<'Transfer'> = (c, command, ask) => {
  const no =
    whyNot('transfer', { ...ask, conversation: c }) ??
    targetRefusal(ask.floor, c, command.agent, 'transfer', command.override);
  if (no) return no;
  const from = primaryOf(c);
  const workstream = ask.floor.workstreams.get(c.workstream);
  if (!from || !workstream) return refuseState(c, ask.floor);
  const handover = command.handover ?? null;
  const rest = reliesOn(c, command.agent, command.override, ask);
  if (workstream.acceptance === 'automatic') {
    const stays = mayStay(from.id, ask);
    return {
      ...rest,
      events: [{ ...stamp(ask), type: 'ConversationTransferred', from, to: command.agent, stays, handover }],
    };
  }
  return {
    ...rest,
    events: [{ ...stamp(ask), type: 'TransferOffered', offer: makeOffer(command.agent, workstream, handover, ask) }],
  };
};

export const cancelTransfer: Decide<'CancelTransfer'> = (c, _command, ask) => {
  const no = whyNot('cancelTransfer', { ...ask, conversation: c });
  if (no) return no;
  const pending = offerOf(c);
  return pending
    ? { events: [{ ...stamp(ask), type: 'TransferEnded', agent: pending.agent, how: 'cancelled' }] }
    : refuse('noTransferPending');
};

export const accept: Decide<'Accept'> = (c, _command, ask) => {
  const no = whyNot('accept', { ...ask, conversation: c });
  if (no) return no;
  const pending = offerOf(c);
  const me = actorId(ask.actor);
  if (pending?.agent !== me)
    return primaryOf(c)?.id === me && c.state === 'active' ? nothing : refuse('notOfferee', winnerOf(c, ask.floor));
  if (c.state === 'active' && c.phase === 'offered') {
    return {
      events: [{ ...stamp(ask), type: 'ConversationEngaged', primary: { kind: 'agent', id: me }, how: 'accepted' }],
    };
  }
  const from = primaryOf(c);
  if (!from) return refuseState(c, ask.floor);
  const stays = mayStay(from.id, ask);
  return {
    events: [{ ...stamp(ask), type: 'ConversationTransferred', from, to: me, stays, handover: pending.handover }],
  };
};

export const reject: Decide<'Reject'> = (c, _command, ask) => {
  const no = whyNot('reject', { ...ask, conversation: c });
  if (no) return no;
  const pending = offerOf(c);
  if (pending?.agent !== actorId(ask.actor)) return refuse('notOfferee', winnerOf(c, ask.floor));
  return { events: [endOffer(c, pending, 'rejected', ask)] };
};

export const pick: Decide<'Pick'> = (c, _command, ask) => {
  const me = actorId(ask.actor);
  if (primaryOf(c)?.id === me && c.state === 'active') return nothing;
  const no = whyNot('pick', { ...ask, conversation: c });
  if (no) return no;
  const { floor } = ask;
  const view = viewAgent(floor, me);
  if (!view) return refuse('unknownAgent');
  if (!view.person.queues.includes(c.queue)) return refuse('notMember');
  if (floor.queues.get(c.queue)?.distribution !== 'pick') return refuse('distribution');
  if (!view.reachable || view.presence === 'offline') return refuse('agentUnreachable');
  const excess = excessOf(view, c.units);
  if (excess > 0) return refuse('overCapacity', { excess });
  const ceiling = { agent: me, atMost: view.capacity };
  return {
    ceiling,
    events: [{ ...stamp(ask), type: 'ConversationEngaged', primary: { kind: 'agent', id: me }, how: 'picked' }],
  };
};

/** An offer or a transfer ends without acceptance; both say how (A5, T3). */
export function endOffer(
  c: Conversation,
  pending: Offer,
  how: 'rejected' | 'expired' | 'unreachable' | 'cancelled',
  ask: Ask,
) {
  if (c.state !== 'active' || c.phase !== 'offered')
    return { ...stamp(ask), type: 'TransferEnded' as const, agent: pending.agent, how };
  const declinedUntil = how === 'cancelled' ? null : ask.now + DECLINE_MS;
  return { ...stamp(ask), type: 'OfferEnded' as const, agent: pending.agent, how, declinedUntil };
}

/** With acceptance `offer` the agent is asked, with `automatic` they have it at once (A5). */
function give(c: Conversation, agent: string, override: Override | undefined, ask: Ask): Decided {
  const workstream = ask.floor.workstreams.get(c.workstream);
  if (!workstream) return refuse('unknownWorkstream');
  const rest = reliesOn(c, agent, override, ask);
  if (isRefusal(rest)) return rest;
  if (workstream.acceptance === 'automatic') {
    const how = ask.actor.kind === 'system' ? 'pushed' : 'assigned';
    return {
      ...rest,
      events: [{ ...stamp(ask), type: 'ConversationEngaged', primary: { kind: 'agent', id: agent }, how }],
    };
  }
  return {
    ...rest,
    events: [{ ...stamp(ask), type: 'ConversationOffered', offer: makeOffer(agent, workstream, null, ask) }],
  };
}

/** Without an override the decision stands only while the capacity is there; with one the excess is told. */
function reliesOn(c: Conversation, agent: string, override: Override | undefined, ask: Ask) {
  const view = viewAgent(ask.floor, agent);
  if (!view) return {};
  const excess = excessOf(view, c.units);
  return override ? (excess > 0 ? { excess } : {}) : { ceiling: { agent, atMost: view.capacity } };
}

const makeOffer = (agent: string, workstream: Workstream, handover: Handover | null, ask: Ask): Offer => ({
  agent,
  by: ask.actor.kind === 'system' ? null : actorId(ask.actor),
  at: ask.now,
  until: ask.now + workstream.offerFor,
  handover,
});

/** The old primary stays as a consultee unless K5 has taken them off the floor (T6). */
function mayStay(primary: string, { floor }: Ask): boolean {
  const person = floor.people.get(primary);
  return !person?.bot && !person?.disabled && floor.agents.get(primary)?.lost !== true;
}

const stamp = (ask: Ask) => ({ at: ask.now, by: actorId(ask.actor) });
