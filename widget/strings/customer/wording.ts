import { named, type CustomerNoticeParams } from './notices.ts';

let words: Readonly<Record<string, string>> = {};

/** Takes the tenant's own words for notices, by `locale:kind`, in place of this page's (N1). */
export const useWording = (own: Readonly<Record<string, string>>): void => {
  words = own;
};

/** The tenant's own words for a kind of notice in a language, `de-AT` before `de`; undefined where it has none. */
export const ownWording = (kind: string, locale: string): string | undefined =>
  // No name that every object has holds a colon.
  words[`${locale}:${kind}`] ?? words[`${locale.split('-')[0]}:${kind}`];

/** A tenant's wording with what stands in braces filled in as text; what is missing is left empty. */
export const fillWording = (text: string, params: CustomerNoticeParams): string =>
  text.replace(/\{(\w*)\}/gu, (_, name: string) =>
    name === 'place' ? `${Number(params['before']) + 1}` : named(params, name, ''),
  );
