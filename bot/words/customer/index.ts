import { languageOf, type Language } from '../language.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { CustomerWords } from './words.ts';

export { named } from './words.ts';

const tables: { readonly [L in Language]: CustomerWords } = { ar, de, en, es, fr, ja };

/** What the bot says to a customer of this locale; English where it has no other. */
export const customerWords = (locale: string | undefined): CustomerWords => tables[languageOf(locale)];
