/** The longest text of one message, in characters as the server counts them (UTF-16 code units). */
export const MAX_TEXT = 8_000;

const NEARLY = 500;

/** What may be sent: nothing but white space may not, nor what is too long, nor half a character. */
export type TextVerdict = 'empty' | 'tooLong' | 'nearlyTooLong' | 'fine';

/** Judges a text before it is sent. */
export const judgeText = (text: string): TextVerdict => {
  if (text.trim() === '') return 'empty';
  if (text.length > MAX_TEXT) return 'tooLong';
  return text.length > MAX_TEXT - NEARLY ? 'nearlyTooLong' : 'fine';
};
