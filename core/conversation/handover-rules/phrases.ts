/** Whole words or phrases, in any case; an apostrophe may be straight or curly. */
export const say = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|').replaceAll("'", "['’]")})(?![\\p{L}\\p{N}])`, 'iu');
/** A sentence of at most five words that begins so. */
export const short = (...phrases: readonly string[]): RegExp =>
  new RegExp(`^\\P{L}*(?:${phrases.join('|')})(?:[^\\p{L}]+[\\p{L}\\p{N}'’]+){0,4}\\P{L}*$`, 'iu');

/** A time of day as people write it: 14:00, 9.30 am, 17h15. */
export const clock = '(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?: ?(?:am|pm|uhr|h))?';
