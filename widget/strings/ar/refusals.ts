import { refusals as shared } from '@floorwalk/core/refusal-words/ar';
import type { refusalHints, refusalSentences } from '../en/refusals.ts';
import type { Worded } from '../language.ts';

/** What is wrong and what to do, in Arabic. */
export const refusals: Worded<typeof refusalSentences> = {
  ...shared,
  malformed: 'تعذّرت قراءة الطلب. أعد تحميل الصفحة وحاول مجددًا.',
  tooLarge: 'النص أطول من 8,000 حرف. اختصره وأرسله مجددًا.',
  attachmentsNotSupported: 'لا يمكن إرسال مرفقات هنا. أرسل نصًا.',
  unauthenticated: 'انتهت صلاحية تسجيل دخولك. سجّل الدخول مجددًا.',
  tooManySubscriptions: 'محادثات كثيرة مفتوحة في هذه الصفحة. أغلق واحدة أولًا.',
  unknownRoute: 'لا يعرف الخادم هذا الأمر. أعد تحميل الصفحة.',
  identifierReused: 'أُرسل هذا من قبل بوصفه شيئًا آخر. اكتبه مجددًا.',
  staleEpoch: 'أعاد الخادم تحميل القاعة. كرر الأمر.',
};

/** The same in a few words, for the place under a command that is off. */
export const hints: Worded<typeof refusalHints> = {
  role: 'ليس في دورك',
  switchedOff: 'معطّل',
  outOfScope: 'خارج قاعتك',
  channel: 'ليس في هذه القناة',
  elevated: 'بدأت مكالمة',
  isPrimary: 'أنت المسؤول',
  notPrimary: 'لست المسؤول',
  notParticipant: 'انضم أولًا',
  notOfferee: 'ليست معروضة عليك',
  heldByBot: 'لدى روبوت',
  notHeldByBot: 'ليست لدى روبوت',
  consentMissing: 'لا موافقة بعد',
  transferPending: 'تحويل معلّق',
  noTransferPending: 'لا تحويل معلّق',
  noOfferPending: 'لا عرض معلّق',
  handRaised: 'اليد مرفوعة',
  noHandRaised: 'لا يد مرفوعة',
  handClaimed: 'لُبّيت بالفعل',
  presenceNotAllowed: 'حالة غير مسموح بها',
  agentUnreachable: 'تعذّر الوصول إلى المندوب',
  overCapacity: 'فوق السعة',
  notMember: 'ليست في قوائمك',
  distribution: 'لا تؤخذ يدويًا',
  releaseInstead: 'تخلَّ عنها بدلًا من ذلك',
  planeClosed: 'منتهية',
  sameTarget: 'كذلك بالفعل',
  targetDisabled: 'معطّل',
  targetIsBot: 'روبوت',
  targetNotAgent: 'ليس مندوبًا',
  queueKind: 'نوع آخر',
  queueWithoutMembers: 'لا عضو مفعّل',
};
