import type { customerEn } from './en.ts';
import type { CustomerNoticeParams, customerNotices } from './notices.ts';

/** A person's first name from a notice's parameters, or the words to say otherwise. */
export type Named = (params: CustomerNoticeParams, name: string, otherwise: string) => string;

/** Everything the customer's chat says in one language: the compiler names the key that is missing. */
export interface CustomerLanguage {
  readonly words: {
    readonly [K in keyof typeof customerEn]: (typeof customerEn)[K] extends string ? string : (typeof customerEn)[K];
  };
  readonly notices: (named: Named) => typeof customerNotices;
}
