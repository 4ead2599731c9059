import { actorId } from '../../actor.ts';
import { refuse } from '../../refusals.ts';
import { autoCloseAt, customerLostAt } from '../deadlines.ts';
import { offerOf, type Conversation } from '../conversation.ts';
import type { ConversationEvent } from '../events.ts';
import { ending } from './custody.ts';
import { nothing, type Ask, type Decide } from './decision.ts';
import { endOffer } from './offers.ts';

/**
 * Does the one thing that is due now; the engine asks again while something is. The order is fixed: an offer that
 * ran out, a customer gone too long, units to release, auto-close (C1, C4, K3).
 */
export const tick: Decide<'Tick'> = (c, _command, ask) => {
  if (ask.actor.kind !== 'system') return refuse('role');
  const workstream = ask.floor.workstreams.get(c.workstream);
  if (!workstream || c.state === 'closed') return nothing;
  const pending = offerOf(c);
  if (pending && pending.until <= ask.now) return { events: [endOffer(c, pending, 'expired', ask)] };
  if (isDue(customerLostAt(c, workstream), ask)) return { events: customerLost(c, ask) };
  if (c.state === 'wrap-up' && c.unitsHeld && isDue(c.unitsUntil, ask))
    return { events: [{ ...stamp(ask), type: 'UnitsReleased' }] };
  if (isDue(autoCloseAt(c, workstream), ask)) return { events: autoClosed(c, ask) };
  return { events: [{ ...stamp(ask), type: 'DeadlineMoved' }] };
};

function customerLost(c: Conversation, ask: Ask): ConversationEvent[] {
  if (c.state === 'active' && c.phase === 'engaged') return ending(c, 'customerGone', ask);
  return [{ ...stamp(ask), type: 'ConversationClosed', outcome: 'customerGone', reason: null }];
}

function autoClosed(c: Conversation, ask: Ask): ConversationEvent[] {
  const pending = offerOf(c);
  const ended: ConversationEvent[] = pending ? [endOffer(c, pending, 'cancelled', ask)] : [];
  const outcome = c.state === 'wrap-up' ? c.outcome : c.state === 'open' ? 'unanswered' : 'timer';
  return [...ended, { ...stamp(ask), type: 'ConversationClosed', outcome, reason: null }];
}

const isDue = (at: number | null, ask: Ask): boolean => at !== null && at <= ask.now;
const stamp = (ask: Ask) => ({ at: ask.now, by: actorId(ask.actor) });
