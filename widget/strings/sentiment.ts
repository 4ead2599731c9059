import { direction } from '@floorwalk/core/sentiment';
import type { Direction } from '@floorwalk/core/sentiment';
import { t } from './staff.ts';
import type { StringKey } from './staff.ts';

/** Steps of sentiment as the protocol counts them: 1 very negative … 7 very positive, 0 not available. */
const stepKeys = [
  'sentimentNotAvailable',
  'sentimentVeryNegative',
  'sentimentNegative',
  'sentimentSlightlyNegative',
  'sentimentNeutral',
  'sentimentSlightlyPositive',
  'sentimentPositive',
  'sentimentVeryPositive',
] as const;

const directionKeys = {
  rising: 'directionRising',
  falling: 'directionFalling',
  steady: 'directionSteady',
  uneven: 'directionUneven',
} as const satisfies Record<Direction, StringKey>;

export type SentimentDirection = Direction;

/** A step in words: "Slightly negative"; anything that is not a step is "Not available". */
export const sentimentWord = (step: number): string => t(stepKeys[step] ?? 'sentimentNotAvailable');

/** Where the latest scores go; nothing is said of fewer than two. */
export const sentimentDirection = (scores: readonly (number | null)[]): SentimentDirection | undefined =>
  scores.filter((score) => score !== null).length < 2 ? undefined : direction(scores);

/** Step and direction: "Negative, falling", "Slightly negative", "Not available". */
export const sentimentWords = (step: number, scores: readonly (number | null)[]): string => {
  const direction = sentimentDirection(scores);
  return step === 0 || direction === undefined
    ? sentimentWord(step)
    : t('sentimentAndDirection', { sentiment: sentimentWord(step), direction: t(directionKeys[direction]) });
};
