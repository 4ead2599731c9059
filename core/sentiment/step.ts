/** Sentiment as shown: 1 very negative … 4 neutral … 7 very positive; 0 not available (S1). */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How many of the latest customer messages count (S1). */
export const SCORES_KEPT = 6;

type Scores = readonly (number | null)[];

/** What each older message weighs against the one after it. */
const FADE = 0.6;
/** Upper bounds of steps 1 to 6; above the last is 7. Symmetric, with the widest band for neutral. */
const BOUNDS = [-0.65, -0.4, -0.15, 0.15, 0.4, 0.65] as const;

/** The scores with one more, newest last, the oldest dropped beyond six. */
export const addScore = (scores: Scores, score: number | null): Scores => [...scores, score].slice(-SCORES_KEPT);

/**
 * The step of up to six scores, oldest first, the newest weighing most. Starts neutral, and until six messages are
 * there that neutral start counts as the message before them. Unsupported messages (null) are left out; where there is
 * nothing else the answer is 0, never neutral.
 */
export function stepOf(scores: Scores): Step {
  if (scores.length === 0) return 4;
  if (scores.every((score) => score === null)) return 0;
  let weight = 1;
  let sum = 0;
  let weights = 0;
  for (const score of scores.slice(-SCORES_KEPT).reverse()) {
    if (score !== null) {
      sum += clamped(score) * weight;
      weights += weight;
    }
    weight *= FADE;
  }
  if (scores.length < SCORES_KEPT) weights += weight;
  return stepOfScore(sum / weights);
}

/** The step of one score −1 … 1. */
export function stepOfScore(score: number): Step {
  const at = BOUNDS.findIndex((bound) => (score < 0 ? score <= bound : score < bound));
  return (at === -1 ? 7 : at + 1) as Step;
}

const clamped = (score: number): number => Math.max(-1, Math.min(1, score));
