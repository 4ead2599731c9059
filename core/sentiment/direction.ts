/** Where the mood is going, in one word for the small picture of it. */
export type Direction = 'falling' | 'rising' | 'steady' | 'uneven';

/** A change of the mean by this much between the older and the newer half is a direction. */
const MOVE = 0.2;
/** A spread this wide without a direction is uneven. */
const SPREAD = 0.7;

/** The direction of up to six scores, oldest first; unsupported ones (null) do not count. */
export function direction(scores: readonly (number | null)[]): Direction {
  const known = scores.filter((score) => score !== null);
  if (known.length < 2) return 'steady';
  const half = Math.floor(known.length / 2);
  const move = mean(known.slice(-half)) - mean(known.slice(0, half));
  if (move <= -MOVE) return 'falling';
  if (move >= MOVE) return 'rising';
  return Math.max(...known) - Math.min(...known) >= SPREAD ? 'uneven' : 'steady';
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
