import { t } from './staff.ts';

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
} as const;

export type SentimentDirection = keyof typeof directionKeys;

/** A step in words: "Slightly negative"; anything that is not a step is "Not available". */
export const sentimentWord = (step: number): string => t(stepKeys[step] ?? 'sentimentNotAvailable');

const STEADY = 0.25;

/**
 * Where the latest scores go: compares the newer half with the older one, and is uneven where they swing both ways.
 * Nothing is said of fewer than two scores.
 */
export const sentimentDirection = (scores: readonly (number | null)[]): SentimentDirection | undefined => {
  const known = scores.filter((score) => score !== null);
  if (known.length < 2) return undefined;
  const middle = Math.ceil(known.length / 2);
  const change = mean(known.slice(-middle)) - mean(known.slice(0, known.length - middle));
  const steps = known.slice(1).map((score, index) => score - (known[index] ?? score));
  const up = Math.max(0, ...steps);
  const down = Math.max(0, ...steps.map((step) => -step));
  if (Math.abs(change) < STEADY) return up > STEADY * 2 && down > STEADY * 2 ? 'uneven' : 'steady';
  return change > 0 ? 'rising' : 'falling';
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Step and direction: "Negative, falling", "Slightly negative", "Not available". */
export const sentimentWords = (step: number, scores: readonly (number | null)[]): string => {
  const direction = sentimentDirection(scores);
  return step === 0 || direction === undefined
    ? sentimentWord(step)
    : t('sentimentAndDirection', { sentiment: sentimentWord(step), direction: t(directionKeys[direction]) });
};
