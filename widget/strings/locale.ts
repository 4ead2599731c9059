/** The language of the page, else of the browser, else English. Read anew each time: pages change it. */
export const pageLocale = (): string => {
  const declared = document.documentElement.lang;
  if (isLocale(declared)) return declared;
  const preferred = navigator.language;
  return isLocale(preferred) ? preferred : 'en';
};

const known = new Map<string, boolean>();
const isLocale = (candidate: string): boolean => {
  const answer = known.get(candidate) ?? isCanonical(candidate);
  known.set(candidate, answer);
  return answer;
};

/** Well formed whatever the browser's own tables say: they need not be loaded for `en` and `de-AT`. */
const PLAIN = /^[a-z]{2,3}(-[a-z]{2})?$/iu;

const isCanonical = (candidate: string): boolean => {
  if (candidate === '') return false;
  if (PLAIN.test(candidate)) return true;
  try {
    return Intl.getCanonicalLocales(candidate).length > 0;
  } catch {
    return false;
  }
};
