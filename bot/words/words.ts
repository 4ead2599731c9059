import type { NoticeKind } from '@floorwalk/core/conversation';
import type { RefusalCode } from '@floorwalk/core';
import type { en } from './en.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly (readonly [string, string])[]
      ? { readonly [I in keyof T]: readonly [string, string] }
      : T extends readonly string[]
        ? number extends T['length']
          ? readonly string[]
          : T extends readonly [string]
            ? readonly string[]
            : { readonly [I in keyof T]: string }
        : { readonly [K in keyof T]: Widened<T[K]> };

/** The table that the compiler holds every language against: it names the key that is missing. */
export type Table = Widened<typeof en>;

/** What is said for codes: every refusal, and every notice, where `{name}` stands for who it is about. */
export interface Codes {
  readonly refusals: { readonly [Code in RefusalCode]: string };
  readonly notices: { readonly [Kind in NoticeKind]: string };
  /** Who a notice is about that names nobody. */
  readonly somebody: string;
}

/** Everything that the bot says to a supervisor in one language. */
export interface Words extends Table, Codes {}
