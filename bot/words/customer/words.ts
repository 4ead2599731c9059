import type { CustomerNoticeKind } from '@floorwalk/core/conversation';

type Params = Readonly<Record<string, string | number>>;

/** Everything that the bot says to customers, in one language: the compiler names what is missing. */
export interface CustomerWords {
  /** What somebody is called who does not say. */
  readonly visitor: string;
  readonly noFiles: string;
  readonly noText: string;
  readonly unchanged: string;
  readonly notTaken: string;
  readonly notices: { readonly [Kind in CustomerNoticeKind]: (params: Params) => string };
}

/** A name from a notice's parameters, or what to say without one. */
export const named = (params: Params, name: string, otherwise: string): string => {
  const value = Object.hasOwn(params, name) ? String(params[name]) : '';
  return value === '' ? otherwise : value;
};
