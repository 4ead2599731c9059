import type { CustomerNoticeKind } from '../conversation/customer-notice.ts';

/** A notice's parameters as they come over the wire (N1). */
export type CustomerNoticeParams = Readonly<Record<string, string | number>>;

/** A name from a notice's parameters as this client calls people, or what to say without one. */
export type Named = (params: CustomerNoticeParams, name: string, otherwise: string) => string;

/** What customers read for each kind of notice, in one language: the compiler names the kind that is missing. */
export type CustomerNotices = { readonly [Kind in CustomerNoticeKind]: (params: CustomerNoticeParams) => string };

/** The notices of a language, built with what reads names out of parameters; every client says the same. */
export type CustomerNoticeWording = (named: Named) => CustomerNotices;
