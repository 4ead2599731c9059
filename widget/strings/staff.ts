import { countIn } from './count.ts';
import { en } from './en/index.ts';
import { isolated } from './isolate.ts';
import { pageLocale } from './locale.ts';
import { translations } from './translator.ts';
import type { Translate } from './translator.ts';

export type StaffStrings = typeof en;
export type StringKey = keyof StaffStrings;

/** The wordings of the staff's panels; `staffTranslations.add('de', {…})` adds a language. */
export const staffTranslations = translations<StaffStrings>(en, { countIn, isolated });

/** Says a sentence of the staff's panels in the language of the page. */
export const t: Translate<StaffStrings> = (key, ...params) => staffTranslations.in(pageLocale())(key, ...params);
