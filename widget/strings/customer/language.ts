import type { CustomerNoticeWording } from '@floorwalk/core/customer-notices/words';
import type { customerEn } from './en.ts';

/** Everything the customer's chat says in one language: the compiler names the key that is missing. */
export interface CustomerLanguage {
  readonly words: {
    readonly [K in keyof typeof customerEn]: (typeof customerEn)[K] extends string ? string : (typeof customerEn)[K];
  };
  readonly notices: CustomerNoticeWording;
}
