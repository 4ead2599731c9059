import { administratorTranslations } from './administrator.ts';
import type { AdministratorLanguage } from './language.ts';
import { inStaffLanguage, languageOf, loadStaffLanguage } from './load.ts';

/** The languages of the administrator's panels besides English, apart from the staff's since few pages have them. */
export const administratorLanguages = {
  ar: () => import('./ar/administrator.ts'),
  de: () => import('./de/administrator.ts'),
  es: () => import('./es/administrator.ts'),
  fr: () => import('./fr/administrator.ts'),
  ja: () => import('./ja/administrator.ts'),
} as const satisfies Record<string, () => Promise<{ readonly language: AdministratorLanguage }>>;

/** Fetches what the administrator's panels say in a locale, with the words that they share with the staff's. */
export const loadAdministratorLanguage = async (locale: string): Promise<void> => {
  const name = languageOf(locale);
  const shared = loadStaffLanguage(locale);
  if (Object.hasOwn(administratorLanguages, name)) {
    const { language } = await administratorLanguages[name as keyof typeof administratorLanguages]();
    administratorTranslations.add(name, language);
  }
  await shared;
};

/** Keeps one of the administrator's panels in the language of the page. */
export const inAdministratorLanguage = (host: Parameters<typeof inStaffLanguage>[0]): void => {
  inStaffLanguage(host, loadAdministratorLanguage);
};
