const LONGEST_SHORT_NAME = 40;

/** How a button or a sentence calls somebody: the first word of the name, never longer than a line. */
export const shortName = (name: string): string => {
  const first = name.trim().split(/\s+/u)[0] ?? '';
  return first.length > LONGEST_SHORT_NAME ? `${first.slice(0, LONGEST_SHORT_NAME)}…` : first;
};

/** One or two letters for somebody's tile. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map(firstLetter).join('').toLocaleUpperCase();
};

const letterByLetter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const firstLetter = (word = ''): string => {
  for (const { segment } of letterByLetter.segment(word)) return segment;
  return '';
};
