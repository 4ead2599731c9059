import type { CustomerNoticeParams, Named } from './words.ts';

/** The tenant's own words for a kind of notice among those by `locale:kind`, `de-AT` before `de`; undefined where it has none (N1). */
export const ownWords = (own: Readonly<Record<string, string>>, kind: string, locale: string): string | undefined =>
  // No name that every object has holds a colon.
  own[`${locale}:${kind}`] ?? own[`${locale.split('-')[0]}:${kind}`];

/** A tenant's wording with what stands in braces filled in as text; what is missing is left empty. */
export const filledIn = (text: string, params: CustomerNoticeParams, named: Named): string =>
  text.replace(/\{(\w*)\}/gu, (_, name: string) =>
    name === 'place' ? `${Number(params['before'] ?? 0) + 1}` : named(params, name, ''),
  );
