import type { CustomerNotices, Named } from '@floorwalk/core/customer-notices/words';

/** Everything that the bot says to customers, in one language: the compiler names what is missing. */
export interface CustomerWords {
  /** What somebody is called who does not say. */
  readonly visitor: string;
  readonly noFiles: string;
  readonly noText: string;
  readonly unchanged: string;
  readonly notTaken: string;
  readonly notices: CustomerNotices;
}

/** A name from a notice's parameters, or what to say without one. */
export const named: Named = (params, name, otherwise) => {
  const value = Object.hasOwn(params, name) ? String(params[name]) : '';
  return value === '' ? otherwise : value;
};
