/** The middle of an odd number of figures, the mean of the two middle ones of an even number; NaN of none. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The figure below which this share of them lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Each in its turn, `times` over, so that what disturbs the machine disturbs all of them; the results of each. */
export async function interleaved<T>(
  times: number,
  runs: Readonly<Record<string, () => Promise<T>>>,
): Promise<Readonly<Record<string, readonly T[]>>> {
  const results: Record<string, T[]> = {};
  for (let i = 0; i < times; i++)
    for (const [name, run] of Object.entries(runs)) (results[name] ??= []).push(await run());
  return results;
}
