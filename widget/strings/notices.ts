import type { NoticeKind } from '@floorwalk/core/conversation';
import { staffNotices } from './en/notices.ts';
import type { NoticeParams } from './en/notices.ts';
import { pageLocale } from './locale.ts';
import { translations } from './translator.ts';

/** The wordings of notices for staff; `add` a language as with the other tables. */
export const noticeTranslations = translations<typeof staffNotices>(staffNotices);

/** What staff read for a notice, without its time and receipt. */
export const noticeWords = (kind: NoticeKind, params: NoticeParams): string =>
  Object.hasOwn(staffNotices, kind) ? noticeTranslations.in(pageLocale())(kind, params) : kind;
