import { notices } from '@floorwalk/core/customer-notices/ar';
import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in Arabic. */
export const ar: CustomerWords = {
  visitor: 'زائر',
  noFiles: 'لا تُنقل الملفات والصور هنا. يُرجى كتابة ذلك.',
  noText: 'لم تتضمن الرسالة نصًا، فلم يُنقل شيء.',
  unchanged: 'تبقى الرسالة المرسلة كما أُرسلت. يُرجى كتابة تصحيح.',
  notTaken: 'تعذّر نقل رسالتك الأخيرة. يُرجى كتابتها بطريقة أخرى.',
  notices: notices(named),
};
