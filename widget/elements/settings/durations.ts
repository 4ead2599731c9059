import { number } from '../../strings/index.ts';
import { ta } from '../../strings/administrator.ts';

/** Units in which durations are written, largest first. */
export const units = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000 } as const;
export type Unit = keyof typeof units;

export const unitWord = (unit: Unit): string => (unit === 'minutes' ? ta('minutesUnit') : ta(unit));

/** The largest unit of which it is a whole number. */
export const unitFor = (ms: number): Unit =>
  (Object.keys(units) as Unit[]).find((unit) => ms > 0 && ms % units[unit] === 0) ?? 'seconds';

/** A duration in words: `20 minutes`. */
export const durationWords = (ms: number): string => {
  const unit = unitFor(ms);
  return ta('forDuration', { amount: number(ms / units[unit]), unit: unitWord(unit) });
};
