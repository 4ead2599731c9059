import type { NoticeWording } from '../language.ts';

const by = (person: string): string => (person === '' ? '' : `، بواسطة ${person}`);

/** What staff read for each kind of notice, in Arabic. */
export const notices: NoticeWording = (named) => ({
  queuePosition: (params) =>
    named(params, 'before', '0') === '0'
      ? 'أُعلم العميل أن دوره هو التالي'
      : `أُعلم العميل بعدد المنتظرين قبله: ${named(params, 'before', '0')}`,
  consent: () => 'أُعلم العميل أن المحادثة قد تخضع للمراقبة والتسجيل والحفظ',
  agentJoined: (params) => `المحادثة لدى ${named(params, 'agent', 'المندوب')}`,
  consultantJoined: (params) => `انضم ${named(params, 'person', 'مشرف')} مستشارًا`,
  consultantLeft: (params) => `غادر ${named(params, 'person', 'مشرف')}`,
  transferred: (params) => `سلّمها ${named(params, 'from', 'المندوب السابق')} إلى ${named(params, 'to', 'مندوب آخر')}`,
  agentLeft: (params) => `غادر ${named(params, 'agent', 'المندوب')}`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'أنهى المندوب المحادثة'
      : by === 'customer'
        ? 'أنهى العميل المحادثة'
        : by === 'timer'
          ? 'انتهت المحادثة بمؤقتها'
          : by === 'unanswered'
            ? 'انتهت المحادثة بلا رد'
            : 'انتهت المحادثة',
  forceClosed: () => 'أغلق مشرف المحادثة',
  returnedToQueue: (params) =>
    params['why'] === 'botHandedOver'
      ? 'سلّمها الروبوت إلى القائمة'
      : `أعادها ${named(params, 'agent', 'المندوب')} إلى القائمة`,
  agentDisconnected: (params) =>
    params['why'] === 'signedOut' || params['why'] === 'disabled'
      ? `سجّل ${named(params, 'agent', 'المندوب')} الخروج`
      : `انقطع اتصال ${named(params, 'agent', 'المندوب')}`,
  offered: (params) => `عُرضت على ${named(params, 'agent', 'مندوب')}${by(named(params, 'by', ''))}`,
  offerExpired: (params) => `لم يرد ${named(params, 'agent', 'المندوب')} على العرض`,
  offerWithdrawn: (params) => `سُحب العرض من ${named(params, 'agent', 'المندوب')}`,
  offerRejected: (params) => `رفض ${named(params, 'agent', 'المندوب')} العرض`,
  assigned: (params) => `عُيّنت إلى ${named(params, 'agent', 'مندوب')}${by(named(params, 'by', ''))}`,
  transferOffered: (params) => `عُرض التحويل على ${named(params, 'agent', 'مندوب')}${by(named(params, 'by', ''))}`,
  transferRejected: (params) => `رفض ${named(params, 'agent', 'المندوب')} التحويل`,
  transferExpired: (params) => `لم يرد ${named(params, 'agent', 'المندوب')} على التحويل`,
  transferCancelled: (params) => `أُلغي التحويل إلى ${named(params, 'agent', 'المندوب')}`,
  customerDisconnected: () => 'انقطع اتصال العميل',
  customerReturned: () => 'عاد العميل',
  handRaised: (params) => `رفع ${named(params, 'agent', 'المندوب')} يده`,
  handClaimed: (params) => `${named(params, 'person', 'مشرف')} قادم للمساعدة`,
  handLowered: (params) => `أنزل ${named(params, 'person', 'أحدهم')} اليد`,
});
