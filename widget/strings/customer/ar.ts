import { notices } from '@floorwalk/core/customer-notices/ar';
import type { CustomerLanguage } from './language.ts';

const forms = new Intl.PluralRules('ar');

const newBelow = {
  zero: () => 'لا جديد في الأسفل',
  one: () => 'رسالة جديدة في الأسفل',
  two: () => 'رسالتان جديدتان في الأسفل',
  few: (entries: number) => `${entries} رسائل جديدة في الأسفل`,
  many: (entries: number) => `${entries} رسالة جديدة في الأسفل`,
  other: (entries: number) => `${entries} رسالة جديدة في الأسفل`,
} as const satisfies Record<Intl.LDMLPluralRule, (entries: number) => string>;

/** The customer's chat in Arabic. */
export const language: CustomerLanguage = {
  words: {
    customerService: 'خدمة العملاء',
    answersYouNow: 'معك الآن',
    endedAt: ({ clock }) => `انتهت ${clock}`,
    placeNext: 'دورك هو التالي',
    placeOf: ({ place }) => `ترتيبك ${place}`,
    comeBack: 'يمكنك إغلاق هذه الصفحة والعودة لاحقًا.',
    nobodyHere: 'لا يوجد أحد في الوقت الحالي',
    writeNow: 'اكتب الآن واحتفظ بدورك. نجيب هنا حسب ترتيب الوصول.',
    consent: 'قد تخضع هذه المحادثة للمراقبة والتسجيل والحفظ.',
    agree: 'الموافقة والبدء',
    yourName: 'اسمك',
    whatIsItAbout: 'ما موضوع المحادثة؟',
    start: 'بدء',
    writeAMessage: 'كتابة رسالة',
    send: 'إرسال',
    yourMessage: 'رسالتك',
    conversation: 'المحادثة',
    tooLong: ({ length, limit }) => `عدد الأحرف ${length} من ${limit}. اختصر النص لإرساله.`,
    you: 'أنت',
    authorAt: ({ name, clock }) => `${name}، ${clock}`,
    noticeAt: ({ words, clock }) => `${words} ${clock}`,
    sending: 'جارٍ الإرسال',
    sentAt: ({ clock }) => `أُرسلت ${clock}`,
    notSent: 'لم تُرسل. انقر لإعادة المحاولة',
    goesOutLater: 'تُرسل عند عودة الاتصال',
    newBelow: ({ entries }) => newBelow[forms.select(entries)](entries),
    noConnection: 'لا يوجد اتصال. رسائلك محفوظة وستُرسل تلقائيًا.',
    mustReload: 'يجب إعادة تحميل هذه الصفحة للمتابعة. رسائلك محفوظة.',
    reload: 'إعادة التحميل',
    notOpened: 'تعذّر فتح الدردشة. ما كتبته لا يزال هنا: حاول مرة أخرى بعد لحظات.',
    notOpenedOffline: 'لا يوجد اتصال. ما كتبته لا يزال هنا: حاول مرة أخرى عند عودة الاتصال.',
    notOpenedBusy: 'يراسلنا كثيرون الآن. ما كتبته لا يزال هنا: حاول مرة أخرى بعد دقيقة.',
    opening: 'جارٍ فتح الدردشة',
    typing: ({ name }) => `الكتابة جارية من ${name}`,
    end: 'إنهاء الدردشة',
    endQuestion: 'هل تريد إنهاء هذه المحادثة؟',
    endAsked: 'جارٍ إنهاء الدردشة',
    endWaits: 'تنتهي الدردشة حالما يمكن ذلك. تُعاد المحاولة تلقائيًا.',
    endBack: 'عدم الإنهاء',
    keepWriting: 'متابعة الكتابة',
    startNew: 'بدء محادثة جديدة',
    keepTranscript: 'حفظ نسخة من المحادثة',
    transcriptOf: ({ day }) => `محادثتك بتاريخ ${day}`,
  },
  notices,
};
