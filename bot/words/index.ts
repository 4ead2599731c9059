import { ar } from './ar.ts';
import { ar as arCodes } from './codes/ar.ts';
import { de as deCodes } from './codes/de.ts';
import { en as enCodes } from './codes/en.ts';
import { es as esCodes } from './codes/es.ts';
import { fr as frCodes } from './codes/fr.ts';
import { ja as jaCodes } from './codes/ja.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { languageOf, type Language } from './language.ts';
import type { Words } from './words.ts';

/** Every language of the bot. */
export const tables: { readonly [L in Language]: Words } = {
  ar: { ...ar, ...arCodes },
  de: { ...de, ...deCodes },
  en: { ...en, ...enCodes },
  es: { ...es, ...esCodes },
  fr: { ...fr, ...frCodes },
  ja: { ...ja, ...jaCodes },
};

/** What the bot says to a supervisor of this locale; English where it has no other. */
export const wordsOf = (locale: string | null | undefined): Words => tables[languageOf(locale)];

export type { Words } from './words.ts';
