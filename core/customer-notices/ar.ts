import type { CustomerNoticeWording } from './words.ts';

/** What customers read for each kind of notice, in Arabic. */
export const notices: CustomerNoticeWording = (named) => ({
  queuePosition: ({ before }) => (Number(before ?? 0) > 0 ? `ترتيبك ${Number(before) + 1}.` : 'دورك هو التالي.'),
  consent: () => 'قد تخضع هذه المحادثة للمراقبة والتسجيل والحفظ.',
  agentJoined: (it) => `معك الآن ${named(it, 'agent', 'أحد موظفي الخدمة')}.`,
  consultantJoined: (it) => `انضم إلى المحادثة للمساعدة: ${named(it, 'person', 'مستشار')}.`,
  consultantLeft: (it) => {
    const left = `غادر المحادثة: ${named(it, 'person', 'المستشار')}.`;
    const agent = named(it, 'agent', '');
    return agent === '' ? left : `${left} لا يزال معك: ${agent}.`;
  },
  transferred: (it) => `نُقلت محادثتك من ${named(it, 'from', 'موظف الخدمة')} إلى ${named(it, 'to', 'موظف آخر')}.`,
  agentLeft: (it) => `غادر المحادثة: ${named(it, 'agent', 'موظف الخدمة')}.`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'أنهى موظف الخدمة المحادثة.'
      : by === 'customer'
        ? 'أنهيت المحادثة.'
        : by === 'unanswered'
          ? 'لم يتمكن أحد من الرد في الوقت المناسب. اكتب من جديد للبدء مرة أخرى.'
          : 'انتهت المحادثة.',
  forceClosed: () => 'أُغلقت المحادثة.',
  returnedToQueue: () => 'عدت إلى قائمة الانتظار. سيجيبك شخص آخر.',
  agentDisconnected: (it) => `انقطع الاتصال مع ${named(it, 'agent', 'موظف الخدمة')}. سيجيبك شخص آخر.`,
});
