import type { Actor } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import { autoCloseAt } from '../conversation/deadlines.ts';
import { isInScope, whyNot } from '../policy/policy.ts';
import type { FloorRow } from '../protocol/floor.ts';
import { rowCommands } from '../protocol/words.ts';
import { stepOf } from '../sentiment/step.ts';
import type { Time } from '../words.ts';
import { viewAgent } from './agent-view.ts';
import type { Floor } from './floor.ts';
import { reasonsOf } from './reasons.ts';
import { waitOf } from './wait.ts';

/** One conversation on this actor's floor, with what they may do to it (F1, F3, F5). Ask `maySee` first. */
export function rowOf(floor: Floor, c: Conversation, actor: Actor, now: Time): FloorRow {
  const workstream = floor.workstreams.get(c.workstream);
  const wait = waitOf(c, workstream);
  return {
    id: c.id,
    version: c.version,
    customer: c.customer.name,
    subject: c.subject,
    channel: c.channel,
    queue: queueNamed(floor, c.queue),
    agent: holderOf(floor, c),
    state: c.state,
    phase: c.state === 'active' ? c.phase : null,
    since: c.since,
    waitSince: wait?.since ?? null,
    waitTarget: wait?.target ?? null,
    sentiment: stepOf(c.sentiment.scores),
    scores: [...c.sentiment.scores],
    lastPublic: lastPublicOf(floor, c),
    customerMessages: c.reply.customerMessages,
    transfers: c.transfers,
    pending: pendingOf(floor, c),
    autoCloseAt: workstream ? autoCloseAt(c, workstream) : null,
    elevated: c.elevated,
    hand: handFor(floor, c, actor),
    consultants: c.consultants.map(({ id }) => personNamed(floor, id)),
    reasons: reasonsOf(floor, c, now)
      .filter(({ kind }) => kind !== 'handRaised' || seesHand(c, actor))
      .map(({ kind, params }) => ({ kind, params: { ...params } })),
    may: mayOf(floor, c, actor, now),
  };
}

/** A queue by its name; its id where the directory does not know it. */
export const queueNamed = (floor: Floor, id: string): FloorRow['queue'] => ({
  id,
  name: floor.queues.get(id)?.name ?? id,
});

/** A person by their name; their id where the directory does not know them. */
export const personNamed = (floor: Floor, id: string): FloorRow['queue'] => ({
  id,
  name: floor.people.get(id)?.name ?? id,
});

/** For each command of a row null, or the code of the first guard that fails (F5, R1). */
export const mayOf = (floor: Floor, conversation: Conversation, actor: Actor, now: Time): FloorRow['may'] =>
  Object.fromEntries(
    rowCommands.map((action) => [action, whyNot(action, { floor, conversation, actor, now })?.refusal ?? null]),
  );

/** The running offer as shown on a row, if any. */
export function pendingOf(floor: Floor, c: Conversation): FloorRow['pending'] {
  const offer = offerOf(c);
  if (offer === null) return null;
  const isFirst = c.state === 'active' && c.phase === 'offered';
  return {
    agent: personNamed(floor, offer.agent),
    at: offer.at,
    until: offer.until,
    transfer: !isFirst,
    by: offer.by === null ? null : personNamed(floor, offer.by),
  };
}

/** The raised hand, for whom it is raised and who takes part: it is internal, so an offeree knows nothing of it (P1, B3). */
function handFor(floor: Floor, c: Conversation, actor: Actor): FloorRow['hand'] {
  const { hand } = c;
  if (hand === null || !seesHand(c, actor)) return null;
  const claimedBy = hand.claimed && { ...personNamed(floor, hand.claimed.by), at: hand.claimed.at };
  return { agent: personNamed(floor, hand.agent), at: hand.at, text: hand.text, claimedBy };
}

const seesHand = (c: Conversation, actor: Actor): boolean =>
  actor.kind === 'person' &&
  ((actor.roles.includes('supervisor') && isInScope(actor, c.queue)) ||
    primaryOf(c)?.id === actor.id ||
    [...c.consultants, ...c.consultees].some(({ id }) => id === actor.id));

function holderOf(floor: Floor, c: Conversation): FloorRow['agent'] {
  const primary = primaryOf(c);
  if (primary === null) return null;
  if (primary.kind === 'bot')
    return {
      ...personNamed(floor, primary.id),
      bot: true,
      presence: 'available',
      reachable: true,
      unreachableSince: null,
    };
  const view = viewAgent(floor, primary.id);
  return {
    ...personNamed(floor, primary.id),
    bot: false,
    presence: view?.presence ?? 'offline',
    reachable: view?.reachable ?? false,
    unreachableSince: view?.unreachableSince ?? null,
  };
}

/** The longest text of a row, in characters: a floor of long texts would be more than its readers can take. */
const PREVIEW = 280;

/** The beginning of a text, never cut within a character. */
function preview(text: string): string {
  if (text.length <= PREVIEW) return text;
  const cut = text.slice(0, PREVIEW);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** The one exception to "text only by monitoring": a tenant switch, and withheld until N3 is met (M8). */
function lastPublicOf({ policy }: Floor, c: Conversation): FloorRow['lastPublic'] {
  const isMet = policy.consent !== 'accepted' || c.consentAt !== null;
  if (c.lastPublic === null || !policy.switches.lastMessageOnFloor || !isMet) return null;
  return { from: c.lastPublic.from.name, text: preview(c.lastPublic.text), at: c.lastPublic.at };
}
