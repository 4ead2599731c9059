import type { CustomerNoticeKind } from '../conversation/customer-notice.ts';
import { notices as ar } from './ar.ts';
import { notices as de } from './de.ts';
import { notices as en } from './en.ts';
import { notices as es } from './es.ts';
import { notices as fr } from './fr.ts';
import { notices as ja } from './ja.ts';
import { filledIn, ownWords } from './own-words.ts';
import type { CustomerNoticeParams, CustomerNoticeWording, Named } from './words.ts';

const tables = new Map<string, CustomerNoticeWording>(Object.entries({ ar, de, en, es, fr, ja }));

/** What a customer reads, and in which language. */
export interface InWords {
  readonly words: string;
  readonly lang: string;
}

const named: Named = (params, name, otherwise) => {
  const value = Object.hasOwn(params, name) ? String(params[name]) : '';
  return value === '' ? otherwise : value;
};

/** A notice as a customer of this locale reads it: in the tenant's own words where there are any, else in the product's (N1). */
export function inWords(
  { kind, params }: { readonly kind: CustomerNoticeKind; readonly params: CustomerNoticeParams },
  locale: string | undefined,
  own: Readonly<Record<string, string>>,
): InWords {
  const asked = locale ?? 'en';
  const words = ownWords(own, kind, asked);
  if (words !== undefined) return { words: filledIn(words, params, named), lang: asked };
  const first = asked.toLowerCase().split(/[-_]/u)[0] ?? '';
  const lang = tables.has(first) ? first : 'en';
  return { words: (tables.get(first) ?? en)(named)[kind](params), lang };
}
