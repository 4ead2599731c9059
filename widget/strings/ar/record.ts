import type { record as english } from '../en/record.ts';
import type { Worded } from '../language.ts';

/** The record, in Arabic. */
export const record: Worded<typeof english> = {
  record: 'السجل',
  recordUse: 'للتأكد من أن الميزة تُستخدم كما ينبغي. وليس لقرارات التوظيف: التعويض أو المكافأة أو الأقدمية أو الحقوق.',
  recordWho: 'من فعل',
  recordAgent: 'عمّن',
  recordConversation: 'المحادثة أو العميل',
  recordKind: 'ما حدث',
  recordAnyKind: 'أي شيء',
  recordFrom: 'من',
  recordTo: 'قبل',
  recordSearch: 'بحث',
  recordClear: 'مسح',
  recordExport: 'تصدير بصيغة JSON Lines',
  recordExportMore: 'السطور المبحوث عنها، الأقدم أولًا',
  recordExported: 'حُفظ التصدير.',
  recordFound: ({ lines }, count) =>
    count(lines, { zero: 'لا سطور', one: 'سطر واحد', two: 'سطران', few: '# سطور', many: '# سطرًا', other: '# سطر' }),
  recordAll: ({ lines }, count) =>
    `${count(lines, { zero: 'لا سطور', one: 'سطر واحد', two: 'سطران', few: '# سطور', many: '# سطرًا', other: '# سطر' })}، كل ما هنالك`,
  recordSoFar: ({ lines }, count) =>
    `${count(lines, { zero: 'لا سطور', one: 'سطر واحد', two: 'سطران', few: '# سطور', many: '# سطرًا', other: '# سطر' })} حتى الآن`,
  recordOlder: 'عرض سطور أقدم',
  recordReading: 'جارٍ قراءة السجل',
  recordLooking: ({ clock }) => `البحث فيما قبل ${clock}`,
  recordNothing: 'لا سطر مطابق',
  recordNothingMore: 'وسّع المدة، أو ابحث عن شخص آخر أو محادثة أخرى.',
  recordNotRead: 'تعذّرت قراءة السجل. تحقق من الاتصال وابحث مجددًا.',
  recordWrongTimes: 'النهاية قبل البداية. اختر نهاية لاحقة.',
  recordOwn: 'السطور عنك.',
  recordNotOpen: 'يقرأ المندوبون السطور عنهم حيث فتح لهم مسؤول النظام السجل.',
  recordThrough: ({ through, who }) => `${who}، عبر ${through}`,
  recordTimer: 'النظام',
  recordFromTeams: 'في Teams',
  recordFromApi: 'عبر الواجهة البرمجية',
  recordConversationOf: ({ customer, queue }) => `${customer}، ${queue}`,
  recordConversationGone: 'محادثة لم تعد محفوظة',
  recordRaw: 'كما هو محفوظ',
  sealReading: 'جارٍ التحقق من الأختام',
  sealGood: ({ lines, unsealed }) => `مختوم: ${lines} سطور كما كُتبت، و${unsealed} تنتظر ختمها.`,
  sealNote: ({ link, offset }) => `للتدوين في مكان آخر: ${offset}:${link}`,
  sealBroken: ({ offset }) => `السطر ${offset} أول سطر ليس كما كُتب.`,
  sealCheck: 'التحقق من الأختام',
  sealNotRead: 'تعذّر التحقق من الأختام.',
};
