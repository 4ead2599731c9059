// Marks of direction, embeddings, overrides and isolates: in a name they would turn the sentence around it.
const MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Whether a language is written from right to left. */
export const isRightToLeft = (locale: string): boolean => /^(ar|fa|he|ur)\b/iu.test(locale);

/** Keeps what is put into a sentence from turning the words around it: a name in the other direction is set apart. */
export const isolate = (text: string, locale: string): string => {
  const bare = text.replace(MARKS, '');
  return bare !== '' && (isRightToLeft(locale) || RIGHT_TO_LEFT.test(bare)) ? `\u2068${bare}\u2069` : bare;
};

/** The same for each text among a sentence's parameters. */
export const isolated = (params: unknown, locale: string): unknown =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          typeof value === 'string' ? isolate(value, locale) : value,
        ]),
      )
    : params;
