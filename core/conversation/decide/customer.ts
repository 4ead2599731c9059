import { actorId } from '../../actor.ts';
import { refuseState } from '../../policy/policy.ts';
import { refuse } from '../../refusals.ts';
import { isLive } from '../../words.ts';
import { afterReport, noDeliveries } from '../deliveries.ts';
import { receiptOf } from '../receipts.ts';
import { ending } from './custody.ts';
import { nothing, type Ask, type Decide } from './decision.ts';

const speaksForCustomer = ({ actor }: Ask): boolean =>
  actor.kind === 'customer' || actor.kind === 'integration' || actor.kind === 'system';

export const customerArrived: Decide<'CustomerArrived'> = (c, _command, ask) => {
  if (!speaksForCustomer(ask)) return refuse('role');
  const back = c.customerGoneSince !== null && c.state !== 'closed';
  return back ? { events: [{ ...stamp(ask), type: 'CustomerConnected' }] } : nothing;
};

/** A live-chat customer's last connection went; the grace starts (C1). On other channels nobody is ever gone. */
export const customerGone: Decide<'CustomerGone'> = (c, _command, ask) => {
  if (!speaksForCustomer(ask)) return refuse('role');
  const counts = isLive(c.channel) && c.customerGoneSince === null && (c.state === 'open' || c.state === 'active');
  return counts ? { events: [{ ...stamp(ask), type: 'CustomerDisconnected' }] } : nothing;
};

export const customerEnd: Decide<'CustomerEnd'> = (c, _command, ask) => {
  if (!speaksForCustomer(ask)) return refuse('role');
  if (c.state === 'wrap-up' || c.state === 'closed') return nothing;
  if (c.state === 'active' && c.phase === 'engaged') return { events: ending(c, 'endedByCustomer', ask) };
  if (c.state === 'waiting') return refuseState(c, ask.floor);
  return { events: [{ ...stamp(ask), type: 'ConversationClosed', outcome: 'endedByCustomer', reason: null }] };
};

export const giveConsent: Decide<'GiveConsent'> = (c, _command, ask) => {
  if (!speaksForCustomer(ask)) return refuse('role');
  if (c.consentAt !== null || c.state === 'closed') return nothing;
  return { events: [{ ...stamp(ask), type: 'ConsentGiven' }] };
};

/** The first acknowledgement counts; a notice that is not this customer's is nothing (N2). */
export const seeNotice: Decide<'SeeNotice'> = (c, command, ask) => {
  if (!speaksForCustomer(ask)) return refuse('role');
  return receiptOf(c.receipts, command.notice)?.seenAt === null
    ? { events: [{ ...stamp(ask), type: 'NoticeSeen', notice: command.notice }] }
    : nothing;
};

/** Only what changes anything is written; an entry that is not there yet was delivered by nobody (N2). */
export const reportDelivery: Decide<'ReportDelivery'> = (c, { entry, offset, outcome }, ask) => {
  const may = ask.actor.kind === 'integration' && ask.actor.rights.includes('deliver');
  if (!may) return refuse('role');
  const before = c.deliveries ?? noDeliveries;
  const changes = offset <= c.publicOffset && afterReport(before, { entry, offset, outcome }, ask.now) !== before;
  return changes ? { events: [{ ...stamp(ask), type: 'DeliveryReported', entry, offset, outcome }] } : nothing;
};

const stamp = (ask: Ask) => ({ at: ask.now, by: actorId(ask.actor) });
