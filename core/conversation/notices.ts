import type { Policy } from '../directory/directory.ts';
import type { Channel } from '../words.ts';
import { primaryOf, type Conversation, type Outcome } from './conversation.ts';
import type { ConversationEvent } from './events.ts';
import type { NoticeKind } from './notice.ts';

type Params = Readonly<Record<string, string | number>>;

/** What one event tells the customer and what it tells the house; absent: nothing (N1). */
export interface Told {
  readonly customer?: readonly { readonly kind: NoticeKind; readonly params: Params }[];
  readonly staff?: readonly { readonly kind: NoticeKind; readonly params: Params }[];
}

/** What the table may look up; names are shown as they are now. */
export interface NoticeWorld {
  readonly nameOf: (person: string) => string;
  readonly policy: Policy;
  /** Conversations before this one in its queue. */
  readonly place: number;
}

/** Whether the tenant switched this notice off for customers of the channel (N1). */
export const isSilenced = (policy: Policy, channel: Channel, kind: NoticeKind): boolean =>
  policy.silencedNotices.includes(`${channel}:${kind}`);

/** The one table of notices: who is told what, by event (N1). `before` is the state the event happened in. */
export function noticesFor(event: ConversationEvent, before: Conversation | undefined, world: NoticeWorld): Told {
  const { nameOf, policy } = world;
  const both = (kind: NoticeKind, params: Params): Told => ({
    customer: [{ kind, params }],
    staff: [{ kind, params }],
  });
  const staff = (kind: NoticeKind, params: Params = {}): Told => ({ staff: [{ kind, params }] });
  const gone = before?.state === 'wrap-up' || before?.state === 'closed';
  switch (event.type) {
    case 'ConversationOpened': {
      const consent =
        policy.consent === 'elsewhere' ? [] : [{ kind: 'consent' as const, params: { mode: policy.consent } }];
      const place = event.bot ? [] : [{ kind: 'queuePosition' as const, params: { before: world.place } }];
      return { customer: [...consent, ...place] };
    }
    case 'ConversationOffered':
      return staff('offered', { agent: nameOf(event.offer.agent), by: event.by === 'system' ? '' : nameOf(event.by) });
    case 'OfferEnded':
      return staff(
        event.how === 'rejected' ? 'offerRejected' : event.how === 'withdrawn' ? 'offerWithdrawn' : 'offerExpired',
        {
          agent: nameOf(event.agent),
        },
      );
    case 'ConversationEngaged': {
      const agent = nameOf(event.primary.id);
      if (event.how === 'resumed' || event.how === 'returned') return {};
      const joined = { kind: 'agentJoined' as const, params: { agent } };
      if (event.how === 'assigned')
        return { customer: [joined], staff: [{ kind: 'assigned', params: { agent, by: nameOf(event.by) } }] };
      return { customer: [joined], staff: [joined] };
    }
    case 'ConversationReleased': {
      const agent = before ? nameOf(primaryOf(before)?.id ?? '') : '';
      const params = { agent, why: event.why };
      if (event.why === 'botHandedOver') return staff('returnedToQueue', params);
      const kind = event.why === 'released' || event.why === 'transferred' ? 'returnedToQueue' : 'agentDisconnected';
      return { customer: [{ kind, params: { agent } }], staff: [{ kind, params }] };
    }
    case 'ConversationParked':
      return event.why === 'parked'
        ? {}
        : staff('agentDisconnected', { agent: before ? nameOf(primaryOf(before)?.id ?? '') : '', why: event.why });
    case 'TransferOffered':
      return staff('transferOffered', { agent: nameOf(event.offer.agent), by: nameOf(event.by) });
    case 'TransferEnded':
      return staff(
        event.how === 'rejected'
          ? 'transferRejected'
          : event.how === 'cancelled' || event.how === 'withdrawn'
            ? 'transferCancelled'
            : 'transferExpired',
        {
          agent: nameOf(event.agent),
        },
      );
    case 'ConversationTransferred':
      return both('transferred', { from: nameOf(event.from.id), to: nameOf(event.to) });
    case 'ConsultantJoined':
      return gone
        ? staff('consultantJoined', { person: nameOf(event.person) })
        : both('consultantJoined', { person: nameOf(event.person) });
    case 'ConsultantLeft':
      return gone
        ? staff('consultantLeft', { person: nameOf(event.person) })
        : both('consultantLeft', { person: nameOf(event.person) });
    case 'ConsulteeLeft': {
      const spoke = before?.consultees.find((c) => c.id === event.person)?.spoke === true;
      const params = { agent: nameOf(event.person) };
      return spoke && !gone ? both('agentLeft', params) : staff('agentLeft', params);
    }
    case 'ConversationEnded':
      return both('conversationEnded', { by: endedBy(event.outcome) });
    case 'ConversationClosed':
      if (gone) return {};
      return event.outcome === 'forceClosed'
        ? both('forceClosed', {})
        : both('conversationEnded', { by: endedBy(event.outcome) });
    case 'HandRaised':
      return staff('handRaised', { agent: nameOf(event.by) });
    case 'HandClaimed':
      return staff('handClaimed', { person: nameOf(event.by), agent: nameOf(event.agent) });
    case 'HandLowered':
      // Whatever else lowers it has a notice of its own.
      return event.why === 'lowered' ? staff('handLowered', { person: nameOf(event.by) }) : {};
    case 'CustomerDisconnected':
      return staff('customerDisconnected');
    case 'CustomerConnected':
      return before?.customerGoneSince == null ? {} : staff('customerReturned');
    default:
      return {};
  }
}

/** In the words of N1: who or what ended it. */
function endedBy(outcome: Outcome): 'agent' | 'customer' | 'timer' | 'unanswered' {
  if (outcome === 'endedByCustomer' || outcome === 'customerGone') return 'customer';
  if (outcome === 'timer') return 'timer';
  return outcome === 'unanswered' ? 'unanswered' : 'agent';
}
