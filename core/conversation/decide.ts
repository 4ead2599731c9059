import type { ConversationCommand } from './commands.ts';
import type { Conversation } from './conversation.ts';
import { evolveConversation } from './evolve.ts';
import type { ConversationEvent } from './events.ts';
import { handLoweredBy } from './lowered-hand.ts';
import { isSilenced, noticesFor } from './notices.ts';
import { mayHappen } from './transitions.ts';
import { isRefusal, refuse, type Refusal } from '../refusals.ts';
import { refuseState } from '../policy/policy.ts';
import {
  assignToQueue,
  agentLost,
  close,
  elevate,
  end,
  forceClose,
  handOver,
  offereeUnreachable,
  park,
  release,
  resume,
  transferToQueue,
} from './decide/custody.ts';
import {
  customerArrived,
  customerEnd,
  customerGone,
  giveConsent,
  reportDelivery,
  seeNotice,
} from './decide/customer.ts';
import { tick } from './decide/clock.ts';
import { accept, assignToAgent, cancelTransfer, offer, pick, reject, transfer, withdraw } from './decide/offers.ts';
import { claim, lowerHand, raiseHand } from './decide/hand.ts';
import { open } from './decide/open.ts';
import { nameOf, say } from './decide/say.ts';
import { score } from './decide/score.ts';
import { join, leave, monitor } from './decide/supervise.ts';
import type { Ask, Decide, Decided, Settled } from './decide/decision.ts';

const deciders: { readonly [Type in Exclude<ConversationCommand['type'], 'Open'>]: Decide<Type> } = {
  Say: say,
  AssignToAgent: assignToAgent,
  AssignToQueue: assignToQueue,
  Offer: offer,
  Withdraw: withdraw,
  Pick: pick,
  Accept: accept,
  Reject: reject,
  Release: release,
  Park: park,
  Resume: resume,
  End: end,
  Close: close,
  ForceClose: forceClose,
  HandOver: handOver,
  Elevate: elevate,
  Transfer: transfer,
  TransferToQueue: transferToQueue,
  CancelTransfer: cancelTransfer,
  Monitor: monitor,
  Join: join,
  Leave: leave,
  RaiseHand: raiseHand,
  LowerHand: lowerHand,
  Claim: claim,
  CustomerArrived: customerArrived,
  CustomerGone: customerGone,
  CustomerEnd: customerEnd,
  GiveConsent: giveConsent,
  SeeNotice: seeNotice,
  ReportDelivery: reportDelivery,
  Score: score,
  Tick: tick,
  AgentLost: agentLost,
  OffereeUnreachable: offereeUnreachable,
};

/**
 * What a command leads to, or why it is refused: pure, from the state, the floor and what is passed in.
 * The events come with the notices they cause, each on its plane, in the order in which they are stored (N1).
 * Whatever the table of transitions does not allow is refused with the state now (C1).
 */
export function decide(
  id: string,
  c: Conversation | undefined,
  command: ConversationCommand,
  ask: Ask,
): Settled | Refusal {
  const decided =
    command.type === 'Open' ? openOnce(id, c, command, ask) : c ? run(c, command, ask) : refuse('unknownConversation');
  if (isRefusal(decided)) return decided;
  const events: ConversationEvent[] = [];
  let now = c;
  for (const event of withHand(decided.events, c)) {
    if (!mayHappen(now, event)) return now ? refuseState(now, ask.floor) : refuse('unknownConversation');
    const before = now;
    now = evolveConversation(now, event);
    events.push(event);
    for (const notice of tell(event, before, now, ask)) {
      now = evolveConversation(now, notice);
      events.push(notice);
    }
  }
  return now ? { ...decided, events, after: now } : refuse('unknownConversation');
}

/** A hand goes down before what ends its cause (B3). */
function withHand(events: readonly ConversationEvent[], c: Conversation | undefined): readonly ConversationEvent[] {
  const first = events.findIndex((event) => handLoweredBy(event, c) !== null);
  const [cause] = first === -1 ? [] : events.slice(first);
  const lowered = cause && handLoweredBy(cause, c);
  return lowered ? [...events.slice(0, first), lowered, ...events.slice(first)] : events;
}

function run<Command extends Exclude<ConversationCommand, { type: 'Open' }>>(
  c: Conversation,
  command: Command,
  ask: Ask,
): Decided {
  // The table is keyed by the command's own type, which TypeScript cannot follow through the union.
  const decider = deciders[command.type] as (c: Conversation, command: Command, ask: Ask) => Decided;
  return decider(c, command, ask);
}

const openOnce = (
  id: string,
  c: Conversation | undefined,
  command: Extract<ConversationCommand, { type: 'Open' }>,
  ask: Ask,
): Decided => (c ? refuse('identifierReused') : open(id, command, ask));

/** The notices of one event: the customer's on the public plane, the house's on the internal one, linked by `twin` (N2). */
function tell(
  event: ConversationEvent,
  before: Conversation | undefined,
  after: Conversation,
  ask: Ask,
): ConversationEvent[] {
  const { floor, now } = ask;
  const place =
    event.type === 'ConversationOpened' ? (floor.conversations.open(after.queue)?.before(after, true) ?? 0) : 0;
  const told = noticesFor(event, before, { policy: floor.policy, place, nameOf: (person) => nameOf(floor, person) });
  const by = event.by;
  const twins = new Map<string, string>();
  const forCustomer = (told.customer ?? [])
    .filter(({ kind }) => !isSilenced(floor.policy, after.channel, kind))
    .map(({ kind, params }): ConversationEvent => {
      const id = ask.newId();
      twins.set(kind, id);
      return { type: 'NoticeAdded', at: now, by, plane: 'public', notice: { id, at: now, kind, params } };
    });
  const forStaff = (told.staff ?? []).map(({ kind, params }): ConversationEvent => {
    const twin = twins.get(kind);
    const notice = { id: ask.newId(), at: now, kind, params, ...(twin === undefined ? {} : { twin }) };
    return { type: 'NoticeAdded', at: now, by, plane: 'internal', notice };
  });
  return [...forCustomer, ...forStaff];
}
