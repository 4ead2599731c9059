import { filledIn, ownWords } from '@floorwalk/core/customer-notices/own-words';
import { named, type CustomerNoticeParams } from './notices.ts';

let words: Readonly<Record<string, string>> = {};

/** Takes the tenant's own words for notices, by `locale:kind`, in place of this page's (N1). */
export const useWording = (own: Readonly<Record<string, string>>): void => {
  words = own;
};

/** The tenant's own words for a kind of notice in a language; undefined where it has none. */
export const ownWording = (kind: string, locale: string): string | undefined => ownWords(words, kind, locale);

/** A tenant's wording with what stands in braces filled in as text; what is missing is left empty. */
export const fillWording = (text: string, params: CustomerNoticeParams): string => filledIn(text, params, named);
