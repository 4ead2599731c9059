import type { CustomerHost } from '../../customer-element/customer-element.ts';
import { turning } from '../direction.ts';
import { pageLocale } from '../locale.ts';
import { customerNoticeTranslations, customerTranslations } from './index.ts';
import type { CustomerLanguage } from './language.ts';
import { named } from './notices.ts';

/** The languages besides English; a page fetches only its own. */
export const customerLanguages = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ja: () => import('./ja.ts'),
} as const satisfies Record<string, () => Promise<{ readonly language: CustomerLanguage }>>;

const isOurs = (name: string): name is keyof typeof customerLanguages => Object.hasOwn(customerLanguages, name);

/** Fetches the wording of a locale; English and unknown locales have nothing to fetch. */
export const loadCustomerLanguage = (locale: string): Promise<void> | undefined => {
  const name = locale.toLowerCase().split('-')[0] ?? '';
  if (!isOurs(name)) return undefined;
  return customerLanguages[name]().then(
    ({ language }) => {
      customerTranslations.add(name, language.words);
      customerNoticeTranslations.add(name, language.notices(named));
    },
    // English stays.
    () => undefined,
  );
};

/** Keeps an element in the language of the page: what is not here yet is fetched and said when it has come. */
export const inCustomerLanguage = (host: CustomerHost): void => {
  let said = '';
  const direction = turning(host);
  host.addController({
    hostUpdate: () => {
      const locale = pageLocale();
      direction(/^ar\b/iu.test(locale));
      if (locale !== said) void loadCustomerLanguage((said = locale))?.then(() => host.requestUpdate());
    },
  });
};
