import { pageLocale } from './locale.ts';

const MINUTE_MS = 60_000;

const cache = new Map<string, Intl.DateTimeFormat>();
const dateFormat = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const locale = pageLocale();
  const key = `${locale} ${name}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  cache.set(key, made);
  return made;
};

const HOURS = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A moment as `12:04`, in the reader's time zone. */
export const clock = (at: number): string => dateFormat('clock', HOURS).format(at);

/** A moment as `12:04:31`. */
export const clockWithSeconds = (at: number): string =>
  dateFormat('seconds', { ...HOURS, second: '2-digit' }).format(at);

/** A day as the reader's language writes it short: `20 Dec`, `Dec 20`. */
export const day = (at: number): string => dateFormat('day', { day: 'numeric', month: 'short' }).format(at);

/** A moment within a day of now as `12:19`, else as `20 Dec`. */
export const clockOrDay = (at: number, now: number): string =>
  Math.abs(at - now) < 12 * 60 * MINUTE_MS || new Date(at).toDateString() === new Date(now).toDateString()
    ? clock(at)
    : day(at);

/** Milliseconds as `4:12`, from an hour on as `1:04:12`; never negative. */
export const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** Whole minutes in a time span, rounded down. */
export const minutes = (ms: number): number => Math.max(0, Math.floor(ms / MINUTE_MS));

/** A number in the reader's digits and grouping, with a true minus sign. */
export const number = (value: number): string => new Intl.NumberFormat(pageLocale()).format(value).replace('-', '−');

/** Names as the reader's language lists them: `Billing, Delivery, and Returns`. */
export const list = (names: readonly string[]): string =>
  new Intl.ListFormat(pageLocale(), { type: 'conjunction' }).format(names);
