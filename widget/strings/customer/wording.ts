import { shortName } from '../names.ts';
import type { CustomerNoticeParams } from './notices.ts';

let words: Readonly<Record<string, string>> = {};

/** Takes the tenant's own words for notices, by `locale:kind`, in place of this page's (N1). */
export const useWording = (own: Readonly<Record<string, string>>): void => {
  words = own;
};

/** The tenant's own words for a kind of notice in a language, `de-AT` before `de`; undefined where it has none. */
export const ownWording = (kind: string, locale: string): string | undefined =>
  [locale, locale.split('-')[0] ?? '']
    .map((name) => `${name}:${kind}`)
    .filter((key) => Object.hasOwn(words, key))
    .map((key) => words[key])[0];

/** A tenant's wording with what stands in braces filled in as text; what is missing is left empty. */
export const fillWording = (text: string, params: CustomerNoticeParams): string =>
  text.replaceAll(/\{([^{}]*)\}/gu, (_whole, name: string) => {
    if (name === 'place') return String(Number(params['before'] ?? 0) + 1);
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return typeof value === 'string' ? shortName(value) : String(value ?? '');
  });
