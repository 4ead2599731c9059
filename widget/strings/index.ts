export {
  clock,
  clockOrDay,
  clockWithSeconds,
  day,
  duration,
  enumeration,
  list,
  midSentence,
  minutes,
  number,
} from './format.ts';
export { pageLocale } from './locale.ts';
export { initials, shortName } from './names.ts';
export { noticeTranslations, noticeWords } from './notices.ts';
export type { NoticeParams } from './en/notices.ts';
export { isUrgent, reasonWords } from './reasons.ts';
export { refusalHint, refusalHintTranslations, refusalSentence, refusalTranslations } from './refusals.ts';
export { sentimentDirection, sentimentWord, sentimentWords } from './sentiment.ts';
export type { SentimentDirection } from './sentiment.ts';
export { staffTranslations, t } from './staff.ts';
export type { StaffStrings, StringKey } from './staff.ts';
export { winnerWords } from './winner.ts';
export { channelWord, presenceWord, stateWord } from './words.ts';
