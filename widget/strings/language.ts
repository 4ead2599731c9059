import type { Count } from './count.ts';
import type { administratorEn } from './en/administrator.ts';
import type { en } from './en/index.ts';
import type { NoticeParams, staffNotices } from './en/notices.ts';
import type { refusalHints, refusalSentences } from './en/refusals.ts';
import type { Table } from './translator.ts';

/** A table in another language, whole: the compiler names the key that is missing and the one that nobody says. */
export type Worded<T extends Table> = {
  readonly [K in keyof T]: T[K] extends (params: infer P) => string ? (params: P, count: Count) => string : string;
};

/** A name or number from a notice's parameters, kept apart from the sentence, or the words to say otherwise. */
export type Named = (params: NoticeParams, name: string, otherwise: string) => string;

/** The notices of a language, built with what reads names out of parameters. */
export type NoticeWording = (named: Named) => Worded<typeof staffNotices>;

/** Everything that the staff's panels say in one language, without the administrator's. */
export interface StaffLanguage {
  readonly words: Worded<typeof en>;
  readonly refusals: Worded<typeof refusalSentences>;
  readonly hints: Worded<typeof refusalHints>;
  readonly notices: NoticeWording;
}

/** Everything that the administrator's panels say in one language. */
export type AdministratorLanguage = Worded<typeof administratorEn>;
