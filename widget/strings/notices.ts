import type { NoticeKind } from '@floorwalk/core/conversation';
import { staffNotices } from './en/notices.ts';
import type { NoticeParams } from './en/notices.ts';
import { isolate } from './isolate.ts';
import type { Named } from './language.ts';
import { pageLocale } from './locale.ts';
import { translations } from './translator.ts';

/** The wordings of notices for staff; `add` a language as with the other tables. */
export const noticeTranslations = translations<typeof staffNotices>(staffNotices);

/** A name from a notice's parameters, set apart from the sentence, or the words to say otherwise. */
export const named: Named = (params, name, otherwise) => {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === undefined || value === '' ? otherwise : isolate(String(value), pageLocale());
};

/** What staff read for a notice, without its time and receipt. */
export const noticeWords = (kind: NoticeKind, params: NoticeParams): string =>
  Object.hasOwn(staffNotices, kind) ? noticeTranslations.in(pageLocale())(kind, params) : kind;
