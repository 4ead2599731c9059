import type { Refusal } from '@floorwalk/core';
import type { FloorRow } from '@floorwalk/core/protocol';
import { harmlessLine } from './text.ts';

/** Every sentence of the bot, in English; names and texts in them are made harmless here. */
const sentiments = [
  'sentiment not available',
  'very negative',
  'negative',
  'slightly negative',
  'neutral',
  'slightly positive',
  'positive',
  'very positive',
] as const;

export const sentimentWord = (step: number): string => sentiments[step] ?? sentiments[0];

export const stateWord = (state: string, phase: string | null): string =>
  state === 'active' ? (phase === 'offered' ? 'offered' : 'active') : state;

/** "4 min", "35 s", "2 h 10 min". */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** A time of day in the reader's zone, with seconds; UTC where the zone is not known. */
export function timeOfDay(at: number, zone: string | null): string {
  const format = (timeZone: string): string =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone }).format(at);
  try {
    return zone === null ? `${format('UTC')} UTC` : format(zone);
  } catch {
    return `${format('UTC')} UTC`;
  }
}

/** Why a conversation needs attention. */
export function reasonWord({ kind, params }: FloorRow['reasons'][number], now: number): string {
  const since = typeof params['since'] === 'number' ? span(now - params['since']) : '';
  const target = typeof params['target'] === 'number' ? span(params['target']) : '';
  switch (kind) {
    case 'waiting':
      return `customer waiting ${since}, target ${target}`;
    case 'inQueue':
      return `in the queue for ${since}, target ${target}`;
    case 'handRaised':
      return 'the agent raised a hand';
    case 'unreachable':
      return `agent unreachable for ${since}`;
    case 'sentimentFell':
      return `sentiment fell to ${sentimentWord(Number(params['step'] ?? 0))}`;
    case 'agentSilent':
      return `agent silent for ${since}`;
    case 'offerRejected':
      return params['agent'] === undefined
        ? 'the offer was rejected'
        : `${harmlessLine(String(params['agent']))} rejected it`;
    case 'offerNotAnswered':
      return 'the offer was not answered';
    case 'transfers':
      return `${String(params['transfers'] ?? '')} transfers`;
    default:
      return kind;
  }
}

const deeds: Readonly<Record<string, string>> = {
  ConversationOffered: 'offered it',
  ConversationEngaged: 'took it',
  ConversationRequeued: 'moved it to another queue',
  ConversationReleased: 'released it',
  ConversationParked: 'parked it',
  TransferOffered: 'began a transfer',
  ConversationTransferred: 'transferred it',
  TransferEnded: 'ended the transfer',
  OfferEnded: 'ended the offer',
  ConversationEnded: 'ended it',
  ConversationClosed: 'closed it',
  HandClaimed: 'claimed the hand',
  HandLowered: 'lowered the hand',
};

/** A refusal as one or two sentences: what is wrong, and who was first. */
export function refusalWords(refusal: Refusal, zone: string | null): string {
  const { detail, winner, state, excess } = refusal;
  const first = winner
    ? ` ${harmlessLine(winner.person)} ${deeds[winner.did] ?? 'was first'}${winner.to === undefined ? '' : `, to ${harmlessLine(winner.to)},`} at ${timeOfDay(winner.at, zone)}.`
    : '';
  const over = excess === undefined ? '' : ` It would be ${excess} over.`;
  const now = state === undefined ? '' : ` It is ${state === 'engaged' ? 'active' : state} now.`;
  return `${detail}${over}${first}${now}`;
}

const notices: Readonly<Record<string, string>> = {
  queuePosition: 'The customer was told their place in the queue.',
  consent: 'The customer was told that the conversation may be monitored.',
  agentJoined: 'An agent has the conversation.',
  consultantJoined: 'joined as a consultant.',
  consultantLeft: 'left.',
  transferred: 'The conversation was transferred.',
  agentLeft: 'The agent left.',
  conversationEnded: 'The conversation ended.',
  forceClosed: 'The conversation was closed by a supervisor.',
  returnedToQueue: 'The conversation is back in the queue.',
  agentDisconnected: 'The agent lost the connection.',
  offered: 'The conversation was offered.',
  offerExpired: 'The offer was not answered in time.',
  offerWithdrawn: 'The offer was withdrawn.',
  offerRejected: 'The offer was rejected.',
  assigned: 'The conversation was assigned.',
  transferOffered: 'A transfer was offered.',
  transferRejected: 'The transfer was rejected.',
  transferExpired: 'The transfer was not answered in time.',
  transferCancelled: 'The transfer was cancelled.',
  customerDisconnected: 'The customer lost the connection.',
  customerReturned: 'The customer is back.',
  handRaised: 'The agent raised a hand.',
  handClaimed: 'A supervisor comes.',
  handLowered: 'The hand was lowered.',
};

/** A notice as staff read it. */
export function noticeWord(kind: string, params: Readonly<Record<string, string | number>>): string {
  const text = notices[kind] ?? kind;
  const person = params['person'] ?? params['agent'] ?? params['name'];
  const isAbout = text.startsWith('joined') || text.startsWith('left');
  if (isAbout) return `${person === undefined ? 'A consultant' : harmlessLine(String(person))} ${text}`;
  return person === undefined ? text : `${text.slice(0, -1)}: ${harmlessLine(String(person))}.`;
}
