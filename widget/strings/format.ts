import { pageLocale } from './locale.ts';

const MINUTE_MS = 60_000;

/** Countdowns and counts are written in the digits 0 to 9, so times and dates beside them are too. */
const inOneKindOfDigits = (locale: string): string =>
  /^(ar|fa|ur)\b/iu.test(locale) && !locale.includes('-u-') ? `${locale}-u-nu-latn` : locale;

const cache = new Map<string, unknown>();
/** Made once for each locale: to make one costs as much as drawing a list. */
const kept = <T>(name: string, make: (locale: string) => T): T => {
  const locale = inOneKindOfDigits(pageLocale());
  const key = `${locale} ${name}`;
  if (!cache.has(key)) cache.set(key, make(locale));
  return cache.get(key) as T;
};
const dateFormat = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(name, (locale) => new Intl.DateTimeFormat(locale, options));

/** Where hours, minutes and small numbers are written as here: the browser's own tables need not be loaded for them. */
const PLAIN = /^(en(-(US|GB|AU|NZ|IE|IN))?|de(-(DE|AT|CH))?|fr(-(FR|BE|CH))?|es(-(ES|MX|AR))?|ja(-JP)?)$/u;
const isPlain = (): boolean => kept('plain', (locale) => PLAIN.test(locale));
const two = (value: number): string => String(value).padStart(2, '0');

const HOURS = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A moment as `12:04`, in the reader's time zone. */
export const clock = (at: number): string => {
  if (!isPlain()) return dateFormat('clock', HOURS).format(at);
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** A moment as `12:04:31`. */
export const clockWithSeconds = (at: number): string =>
  isPlain()
    ? `${clock(at)}:${two(new Date(at).getSeconds())}`
    : dateFormat('seconds', { ...HOURS, second: '2-digit' }).format(at);

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
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** Whole minutes in a time span, rounded down. */
export const minutes = (ms: number): number => Math.max(0, Math.floor(ms / MINUTE_MS));

/** A number in the reader's digits and grouping, with a true minus sign. */
export const number = (value: number): string =>
  isPlain() && Number.isInteger(value) && Math.abs(value) < 1_000
    ? String(value).replace('-', '−')
    : kept('number', (locale) => new Intl.NumberFormat(locale))
        .format(value)
        .replace('-', '−');

/** Names side by side, short, as the reader's language parts them: `Billing, Delivery, Returns`. */
export const enumeration = (names: readonly string[]): string =>
  names.join(/^ar\b/iu.test(pageLocale()) ? '، ' : /^ja\b/iu.test(pageLocale()) ? '、' : ', ');

/** Names as the reader's language lists them: `Billing, Delivery, and Returns`. */
export const list = (names: readonly string[]): string =>
  kept('list', (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format(names);

/** A word within a sentence: in lower case, but in German as it stands, where nouns keep their capital. */
export const midSentence = (word: string): string => {
  const locale = pageLocale();
  return /^de\b/iu.test(locale) ? word : word.toLocaleLowerCase(locale);
};
