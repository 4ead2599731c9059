/** Every way a command can be refused: code → what is wrong and what to do, in one sentence fit for a supervisor. */
export const refusals = {
  malformed: 'The request could not be read. Correct the fields named and send it again.',
  tooLarge: 'The text is longer than allowed. Shorten it and send it again.',
  attachmentsNotSupported: 'Attachments are not supported. Send text.',
  unauthenticated: 'The token is missing, expired or not accepted. Sign in again.',
  tooManyRequests: 'Too many requests. Wait a moment and try again.',
  tooManySubscriptions: 'This connection has too many subscriptions. Close some first.',
  busy: 'The server has more work than it can take. Try again shortly.',
  unknownConversation: 'There is no such conversation, or it is not yours to see.',
  unknownAgent: 'There is no such agent.',
  unknownQueue: 'There is no such queue.',
  unknownWorkstream: 'There is no such workstream.',
  unknownPerson: 'There is no such person.',
  unknownRoute: 'There is nothing at this address.',
  identifierReused: 'This id was already used for something else. Use a new id.',
  role: 'Your role does not allow this.',
  switchedOff: 'An administrator has switched this off.',
  outOfScope: 'This conversation is in a queue outside your scope.',
  state: 'The conversation is not in a state that allows this.',
  channel: 'This channel does not allow this.',
  elevated: 'A call was started on this conversation, so it cannot be transferred.',
  isPrimary: 'You are the primary of this conversation.',
  notPrimary: 'Only the primary of this conversation can do this.',
  notParticipant: 'Join the conversation first.',
  notOfferee: 'This conversation is not offered to you.',
  heldByBot: 'A bot holds this conversation. Wait until an agent has it.',
  notHeldByBot: 'No bot holds this conversation.',
  consentMissing: 'The customer has not yet agreed to being monitored.',
  transferPending: 'A transfer is pending. Cancel it first.',
  noTransferPending: 'No transfer is pending.',
  noOfferPending: 'No offer is pending.',
  handRaised: 'Your hand is raised already. Lower it to ask something else.',
  noHandRaised: 'No hand is raised here.',
  handClaimed: 'Somebody else has claimed this hand.',
  presenceNotAllowed: 'The agent has a presence that the workstream does not allow.',
  agentUnreachable: 'The agent is unreachable or offline. Choose somebody else.',
  overCapacity: 'The agent would hold more units than their capacity. Give a reason to do it all the same.',
  reasonRequired: 'Give a reason.',
  sameTarget: 'That is already so. Choose another target.',
  targetIsBot: 'Conversations are not given to bots.',
  targetDisabled: 'The target is disabled.',
  targetNotAgent: 'The target is not an agent.',
  queueKind: 'The queue takes another kind of conversation.',
  queueWithoutMembers: 'The queue has no enabled member.',
  notMember: 'You are not a member of this queue.',
  distribution: 'This queue does not let its members pick.',
  releaseInstead: 'A live chat cannot be parked. Release it instead.',
  planeClosed: 'The conversation has ended, so the customer no longer reads. Write an internal note.',
  notWatching: 'You are not monitoring this conversation.',
  presenceBySystem: 'Inactive is set by the system only.',
  emptyAllowedPresences: 'Allow at least one presence.',
  inUse: 'This is in use. Disable it instead of deleting it.',
  version: 'Somebody changed this since you read it. Look again and repeat.',
  staleEpoch: 'The store lost history and was reloaded. Repeat the command.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** Why a command was not carried out. `state` and `winner` tell what is so now (C1, A6). */
export interface Refusal {
  readonly refusal: RefusalCode;
  /** One sentence; defaults to the table's. */
  readonly detail: string;
  readonly state?: string;
  /** Who was first, when, what they did and to whom it went, where a race was lost (A6). */
  readonly winner?: { readonly person: string; readonly at: number; readonly did: string; readonly to?: string };
  /** Units over capacity, with `overCapacity` (A4). */
  readonly excess?: number;
  /** What of the request it is about, with dots where that lies deeper. */
  readonly field?: string;
}

/** Builds a refusal from the table; `more` adds what is so now. */
export const refuse = (refusal: RefusalCode, more: Partial<Omit<Refusal, 'refusal'>> = {}): Refusal => ({
  refusal,
  detail: refusals[refusal],
  ...more,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refusal' in value;
