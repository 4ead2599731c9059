import { refusals } from '@floorwalk/core/refusal-words/en';
import type { RefusalCode } from '@floorwalk/core';

/** What is wrong and what to do, a sentence or two for each refusal. */
export const refusalSentences = {
  ...refusals,
  malformed: 'The request could not be read. Reload the page and try again.',
  tooLarge: 'The text is longer than 8,000 characters. Shorten it and send it again.',
  attachmentsNotSupported: 'Attachments cannot be sent here. Send text.',
  unauthenticated: 'Your sign-in has expired. Sign in again.',
  tooManySubscriptions: 'Too many conversations are open on this page. Close one first.',
  unknownRoute: 'The server does not know this command. Reload the page.',
  identifierReused: 'This was already sent as something else. Write it again.',
  staleEpoch: 'The server reloaded the floor. Repeat the command.',
} as const satisfies Record<RefusalCode, string>;

/** The same in three or four words, for the place under a command that is off. */
export const refusalHints = {
  role: 'not in your role',
  switchedOff: 'switched off',
  outOfScope: 'outside your floor',
  channel: 'not on this channel',
  elevated: 'a call was started',
  isPrimary: 'you are the primary',
  notPrimary: 'you are not the primary',
  notParticipant: 'join first',
  notOfferee: 'not offered to you',
  heldByBot: 'a bot holds it',
  notHeldByBot: 'no bot holds it',
  consentMissing: 'no consent yet',
  transferPending: 'a transfer is pending',
  noTransferPending: 'no transfer pending',
  noOfferPending: 'no offer pending',
  handRaised: 'hand is raised',
  noHandRaised: 'no hand raised',
  handClaimed: 'already claimed',
  presenceNotAllowed: 'presence not allowed',
  agentUnreachable: 'agent unreachable',
  overCapacity: 'over capacity',
  notMember: 'not in your queues',
  distribution: 'not picked by hand',
  releaseInstead: 'release it instead',
  planeClosed: 'ended',
  sameTarget: 'already so',
  targetDisabled: 'disabled',
  targetIsBot: 'a bot',
  targetNotAgent: 'not an agent',
  queueKind: 'another kind',
  queueWithoutMembers: 'no enabled member',
} as const satisfies Partial<Record<RefusalCode, string>>;
