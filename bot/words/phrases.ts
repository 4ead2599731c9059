import { refusals, type Refusal, type RefusalCode } from '@floorwalk/core';
import type { FloorRow } from '@floorwalk/core/protocol';
import type { Words } from './index.ts';
import { harmlessLine } from './text.ts';

/** A step of sentiment in words. */
export const sentimentWord = ({ sentiments }: Words, step: number): string => sentiments[step] ?? sentiments[0];

/** A state in words; `active` says whether it is only offered. */
export function stateWord({ states }: Words, state: string, phase: string | null = null): string {
  const is = state === 'active' && phase === 'offered' ? 'offered' : state;
  return Object.hasOwn(states, is) ? states[is as keyof Words['states']] : state;
}

export const presenceWord = ({ presences }: Words, presence: string): string =>
  Object.hasOwn(presences, presence) ? presences[presence as keyof Words['presences']] : presence;

/** "4 min", "35 s", "2 h 10 min". */
export function span({ span: words }: Words, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return words.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return words.minutes(minutes);
  const hours = words.hours(Math.floor(minutes / 60));
  return minutes % 60 === 0 ? hours : `${hours} ${words.minutes(minutes % 60)}`;
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
export function reasonWord(words: Words, { kind, params }: FloorRow['reasons'][number], now: number): string {
  const { reasons } = words;
  const since = typeof params['since'] === 'number' ? span(words, now - params['since']) : '';
  const target = typeof params['target'] === 'number' ? span(words, params['target']) : '';
  switch (kind) {
    case 'waiting':
    case 'inQueue':
      return reasons[kind](since, target);
    case 'unreachable':
    case 'agentSilent':
      return reasons[kind](since);
    case 'handRaised':
    case 'offerNotAnswered':
      return reasons[kind];
    case 'sentimentFell':
      return reasons.sentimentFell(sentimentWord(words, Number(params['step'] ?? 0)));
    case 'offerRejected':
      return params['agent'] === undefined
        ? reasons.offerWasRejected
        : reasons.offerRejected(harmlessLine(String(params['agent'])));
    case 'transfers':
      return reasons.transfers(Number(params['transfers'] ?? 0));
    default:
      return kind;
  }
}

/** A refusal as one or two sentences: what is wrong, what is so now, and who was first. */
export function refusalWords(words: Words, refusal: Refusal, zone: string | null): string {
  const { winner, state, excess } = refusal;
  const { deeds } = words;
  const deed = winner && Object.hasOwn(deeds, winner.did) ? deeds[winner.did as keyof Words['deeds']] : deeds.first;
  const to = winner?.to === undefined ? '' : harmlessLine(winner.to);
  return [
    sentenceOf(words, refusal),
    ...(excess === undefined ? [] : [words.say.over(excess)]),
    ...(winner ? [words.wasFirst(harmlessLine(winner.person), deed, to, timeOfDay(winner.at, zone))] : []),
    ...(state === undefined ? [] : [words.say.isNow(stateWord(words, state))]),
  ].join(' ');
}

/** The table's sentence; what the server says more of it is English, and said to who reads that. */
function sentenceOf(words: Words, { refusal, detail }: Refusal): string {
  const isUsual = detail === refusals[refusal];
  return words.refusals === refusals && !isUsual ? detail : words.refusals[refusal];
}

/** The sentence of a refusal's code; empty without one. */
export const codeWords = (words: Words, code: string | null | undefined): string =>
  code && Object.hasOwn(words.refusals, code) ? words.refusals[code as RefusalCode] : '';

/** A notice as staff read it. */
export function noticeWord(
  { notices, somebody }: Words,
  kind: keyof Words['notices'],
  params: Readonly<Record<string, string | number>>,
): string {
  const text = notices[kind];
  const value = params['person'] ?? params['agent'] ?? params['name'];
  const name = value === undefined || value === '' ? '' : harmlessLine(String(value));
  if (text.includes('{name}')) return text.replace('{name}', () => (name === '' ? somebody : name));
  return name === '' ? text : `${text.replace(/[.。]$/u, '')}: ${name}.`;
}
