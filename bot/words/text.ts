const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';
const BREAK = '\u2060';
// Control characters but for the line break, and marks that turn the direction of what follows them.
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;

/** The longest piece of somebody else's text in one line or card. */
export const LONGEST_TEXT = 8_000;

/**
 * Somebody else's text as it may be shown in Teams: nothing in it mentions anybody, links anywhere or turns the
 * direction of the rest. It goes only where markup is not read: plain messages, runs of text in cards, titles of choices.
 */
export function harmless(text: string, longest = LONGEST_TEXT): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  const clean = whole.replace(/\r\n?/gu, '\n').replace(UNSEEN, '');
  const cut = clean.length > longest ? `${clean.slice(0, longest - 1).toWellFormed()}…` : clean;
  const plain = cut
    .replace(/<(?=\/?\s*at\b)/giu, `<${BREAK}`)
    .replace(/:\/\//gu, `:${BREAK}//`)
    .replace(/\b(www)\./giu, `$1${BREAK}.`)
    .replace(/\b(mailto|tel|javascript|msteams):/giu, `$1${BREAK}:`)
    .replace(/\[([^\]\n]*)\]\(/gu, `[$1]${BREAK}(`);
  return `${ISOLATE}${plain}${END_ISOLATE}`;
}

/** The same on one line, short: names, subjects. */
export const harmlessLine = (text: string, longest = 80): string => harmless(text.replace(/\s+/gu, ' '), longest);
