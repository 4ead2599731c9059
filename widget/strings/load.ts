import type { ReactiveControllerHost } from 'lit';
import { turning } from './direction.ts';
import { isRightToLeft } from './isolate.ts';
import type { StaffLanguage } from './language.ts';
import { pageLocale } from './locale.ts';
import { named, noticeTranslations } from './notices.ts';
import { refusalHintTranslations, refusalTranslations } from './refusals.ts';
import { staffTranslations } from './staff.ts';

/** The languages of the staff's panels besides English; a page fetches only its own. */
export const staffLanguages = {
  ar: () => import('./ar/index.ts'),
  de: () => import('./de/index.ts'),
  es: () => import('./es/index.ts'),
  fr: () => import('./fr/index.ts'),
  ja: () => import('./ja/index.ts'),
} as const satisfies Record<string, () => Promise<{ readonly language: StaffLanguage }>>;

/** Fetches the wording of a locale; English and unknown locales have nothing to fetch. */
export const loadStaffLanguage = async (locale: string): Promise<void> => {
  const name = languageOf(locale);
  if (!Object.hasOwn(staffLanguages, name)) return;
  const { language } = await staffLanguages[name as keyof typeof staffLanguages]();
  staffTranslations.add(name, language.words);
  refusalTranslations.add(name, language.refusals);
  refusalHintTranslations.add(name, language.hints);
  noticeTranslations.add(name, language.notices(named));
};

/** `de` of `de-AT`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0] ?? '';

type Host = ReactiveControllerHost & HTMLElement;
type Load = (locale: string) => Promise<void>;

const RETRY_MS = 10_000;

const shown = new Set<Host>();
const asked = new Map<Load, string>();

/** Keeps an element in the language of the page: what is not here yet is fetched, and everything said anew with it. */
export const inStaffLanguage = (host: Host, load: Load = loadStaffLanguage): void => {
  const turn = turning(host);
  host.addController({
    hostConnected: () => void shown.add(host),
    hostDisconnected: () => void shown.delete(host),
    hostUpdate: () => {
      const locale = pageLocale();
      turn(isRightToLeft(locale) && Object.hasOwn(staffLanguages, languageOf(locale)));
      if (asked.get(load) === locale) return;
      asked.set(load, locale);
      void load(locale).then(sayAnew, () => {
        // English stays for a while.
        setTimeout(() => asked.delete(load), RETRY_MS);
      });
    },
  });
};

const sayAnew = (): void => {
  for (const host of shown) host.requestUpdate();
};
