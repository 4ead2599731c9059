import { setTimeout as delay } from 'node:timers/promises';

const WAVE_EVERY_MS = 100;
const SMALLEST_WAVE = 100;
const MOST_WAVES = 20;

/** Those who are told to go, in waves, so that the servers that stay do not meet them all at once: two seconds at most. */
export function wavesOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const size = Math.max(SMALLEST_WAVE, Math.ceil(items.length / MOST_WAVES));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** How much later than the first a wave goes. */
export const waveDelay = (wave: number): number => wave * WAVE_EVERY_MS;

/** Does it to one wave after the other. */
export async function inWaves<T>(waves: readonly (readonly T[])[], act: (item: T) => void): Promise<void> {
  for (const [i, wave] of waves.entries()) {
    if (i > 0) await delay(WAVE_EVERY_MS);
    for (const item of wave) act(item);
  }
}
