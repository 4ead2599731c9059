/** The language of the page, else of the browser, else English. Read anew each time: pages change it. */
export const pageLocale = (): string => {
  const declared = document.documentElement.lang;
  for (const candidate of [declared, navigator.language]) {
    if (candidate !== '' && isLocale(candidate)) return candidate;
  }
  return 'en';
};

const known = new Map<string, boolean>();
const isLocale = (candidate: string): boolean => {
  const answer = known.get(candidate) ?? isCanonical(candidate);
  known.set(candidate, answer);
  return answer;
};

const isCanonical = (candidate: string): boolean => {
  try {
    return Intl.getCanonicalLocales(candidate).length > 0;
  } catch {
    return false;
  }
};
