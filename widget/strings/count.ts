import { number } from './format.ts';

/** The forms that a language has for a number of things; `#` stands for the number. What is missing is said as `other`. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Says a number of things in the form that the language's own rule picks. */
export type Count = (value: number, forms: Forms) => string;

const made = new Map<string, Count>();

/** How a language counts: Arabic has six forms, Japanese one. */
export const countIn = (locale: string): Count => {
  let count = made.get(locale);
  if (count === undefined) {
    const rules = new Intl.PluralRules(locale);
    count = (value, forms) => (forms[rules.select(value)] ?? forms.other).replaceAll('#', () => number(value));
    made.set(locale, count);
  }
  return count;
};
