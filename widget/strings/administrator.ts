import { countIn } from './count.ts';
import { administratorEn } from './en/administrator.ts';
import { isolated } from './isolate.ts';
import { pageLocale } from './locale.ts';
import { translations } from './translator.ts';
import type { Translate } from './translator.ts';

export type AdministratorStrings = typeof administratorEn;
export type AdministratorKey = keyof AdministratorStrings;

/** The wordings of the administrator's panels, apart from the others since few pages have them; `add` a language. */
export const administratorTranslations = translations<AdministratorStrings>(administratorEn, {
  countIn,
  // What a switch is about is a code, not a name.
  isolated: (params, locale) =>
    typeof params === 'object' && params !== null && 'what' in params ? params : isolated(params, locale),
});

/** Says a sentence of the administrator's panels in the language of the page. */
export const ta: Translate<AdministratorStrings> = (key, ...params) =>
  administratorTranslations.in(pageLocale())(key, ...params);

/** Whether there is such a sentence: for fields and lines that a newer server may know. */
export const isAdministratorKey = (key: string): key is AdministratorKey => Object.hasOwn(administratorEn, key);

/** A sentence without parameters by a name that is put together; what it is called where there is none. */
export const wordFor = (key: string, otherwise: string): string => {
  const entry = isAdministratorKey(key) ? administratorEn[key] : undefined;
  return typeof entry === 'string'
    ? (administratorTranslations.in(pageLocale()) as (name: string) => string)(key)
    : otherwise;
};
