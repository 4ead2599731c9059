import { pageLocale } from '../locale.ts';
import { translations } from '../translator.ts';
import type { Translate } from '../translator.ts';
import { customerEn } from './en.ts';
import { customerNotices } from './notices.ts';
import type { CustomerNoticeKind, CustomerNoticeParams } from './notices.ts';
import { fillWording, ownWording } from './wording.ts';

export { clock, day } from '../format.ts';
export { fillWording, useWording } from './wording.ts';
export { initials, shortName } from '../names.ts';
export type { CustomerNoticeKind, CustomerNoticeParams } from './notices.ts';

/** The wordings of the customer's chat; `add` a language as with the staff's. */
export const customerTranslations = translations<typeof customerEn>(customerEn);
/** The wordings of the notices that customers read. */
export const customerNoticeTranslations = translations<typeof customerNotices>(customerNotices);

/** Says a sentence of the customer's chat in the language of the page. */
export const customerT: Translate<typeof customerEn> = (key, ...params) =>
  customerTranslations.in(pageLocale())(key, ...params);

/** Whether a kind of notice is one that customers are shown. */
export const isCustomerNotice = (kind: string): kind is CustomerNoticeKind => Object.hasOwn(customerNotices, kind);

/** What a customer reads for a notice, without its time: in the tenant's own words where it has some (N1). */
export const customerNoticeWords = (kind: CustomerNoticeKind, params: CustomerNoticeParams): string => {
  const own = ownWording(kind, pageLocale());
  return own === undefined ? customerNoticeTranslations.in(pageLocale())(kind, params) : fillWording(own, params);
};
