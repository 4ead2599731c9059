import type { savedViews as english } from '../en/saved-views.ts';
import type { Worded } from '../language.ts';

/** Floors under a name, in Arabic. */
export const savedViews: Worded<typeof english> = {
  savedViews: 'طرق العرض المحفوظة',
  viewsOwn: 'لك وحدك',
  viewsShared: 'لكل المشرفين',
  viewsNone: 'لم يُحفظ شيء بعد. صفِّ القائمة أو رتّبها ثم أعطها اسمًا.',
  viewName: 'اسم طريقة العرض',
  saveView: 'حفظ ما تراه الآن',
  saveViewMore: 'العرض والمرشحات والترتيب والصفوف، دون نص البحث.',
  shareView: 'لكل المشرفين',
  openView: ({ view }) => `فتح: ${view}`,
  opensFirst: ({ view }) => `البدء بعرض ${view}`,
  changeView: ({ view }) => `تغيير ${view}`,
  saveChange: 'حفظ التغيير',
  replaceLook: 'استبدالها بما تراه الآن',
  deleteView: 'حذف',
  viewSaved: ({ view }) => `حُفظت ${view}.`,
  viewDeleted: ({ view }) => `حُذفت ${view}.`,
  viewNameTaken: 'توجد طريقة عرض بهذا الاسم. اختر اسمًا آخر.',
  viewsFull: ({ most }) => `يوجد ${most} بالفعل. احذف واحدة أولًا.`,
  viewGone: 'حذف أحدهم طريقة العرض هذه في هذه الأثناء.',
  undo: 'تراجع',
};
