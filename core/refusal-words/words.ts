import type { refusals } from './en.ts';

/** The same in another language. What a page, a bot and a program do about a refusal differently, each says itself. */
export type RefusalWords = { readonly [Code in keyof typeof refusals]: string };
