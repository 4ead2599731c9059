/** The languages that the bot speaks. */
export const languages = ['en', 'ar', 'de', 'es', 'fr', 'ja'] as const;
export type Language = (typeof languages)[number];

/** The language of a locale, as `de-CH` is German; English where there is none of ours. */
export function languageOf(locale: string | null | undefined): Language {
  const first = (locale ?? '').toLowerCase().split(/[-_]/u)[0];
  return languages.find((language) => language === first) ?? 'en';
}
