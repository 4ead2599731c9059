import type { Switch } from '@floorwalk/core/directory';
import type { effectWords as english } from '../en/save-effects.ts';
import type { Worded } from '../language.ts';

const may: Readonly<Record<Switch, string>> = {
  monitor: 'المراقبة والانضمام',
  assign: 'التعيين',
  transfer: 'التحويل إلى مندوبين',
  transferToQueue: 'التحويل إلى قوائم',
  lastMessageOnFloor: 'رؤية آخر رسالة عامة',
};

/** What a save does, in Arabic. */
export const effectWords: Worded<typeof english> = {
  effect_watchersEnd: ({ count: n }, count) =>
    `${count(n, { zero: 'لا أحد يتوقف عن المراقبة', one: 'يتوقف مراقب واحد', two: 'يتوقف مراقبان', few: 'يتوقف # مراقبين', many: 'يتوقف # مراقبًا', other: 'يتوقف # مراقب' })} خلال 5 ثوانٍ.`,
  effect_watchersLoseScope: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات تغادر', one: 'محادثة يراقبها هذا الشخص تغادر', two: 'محادثتان يراقبهما هذا الشخص تغادران', few: '# محادثات يراقبها هذا الشخص تغادر', many: '# محادثة يراقبها هذا الشخص تغادر', other: '# محادثة يراقبها هذا الشخص تغادر' })} قاعته خلال 5 ثوانٍ.`,
  effect_watchersNeedConsent: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات مراقبة تتوقف', one: 'محادثة مراقبة تتوقف', two: 'محادثتان مراقبتان تتوقفان', few: '# محادثات مراقبة تتوقف', many: '# محادثة مراقبة تتوقف', other: '# محادثة مراقبة تتوقف' })} حتى يوافق العميل.`,
  effect_supervisorsLose: ({ count: n, what = 'monitor' }, count) =>
    `لن يعود بإمكان ${count(n, { zero: 'أي مشرف', one: 'مشرف واحد', two: 'مشرفين اثنين', few: '# مشرفين', many: '# مشرفًا', other: '# مشرف' })} ${may[what]}.`,
  effect_supervisorsGain: ({ count: n, what = 'monitor' }, count) =>
    `سيصبح بإمكان ${count(n, { zero: 'أي مشرف', one: 'مشرف واحد', two: 'مشرفين اثنين', few: '# مشرفين', many: '# مشرفًا', other: '# مشرف' })} ${may[what]}.`,
  effect_transfersStay: ({ count: n }, count) =>
    `${count(n, { zero: 'لا تحويلات معلّقة', one: 'تحويل معلّق يستمر', two: 'تحويلان معلّقان يستمران', few: '# تحويلات معلّقة تستمر', many: '# تحويلًا معلّقًا يستمر', other: '# تحويل معلّق يستمر' })}؛ ولا يمكن لمشرف إلغاء ذلك بعد.`,
  effect_previewsGo: ({ count: n }, count) =>
    `تختفي من القاعة آخر رسالة في ${count(n, { zero: 'أي محادثة', one: 'محادثة واحدة', two: 'محادثتين', few: '# محادثات', many: '# محادثة', other: '# محادثة' })}.`,
  effect_previewsCome: ({ count: n }, count) =>
    `تظهر في القاعة آخر رسالة في ${count(n, { zero: 'أي محادثة', one: 'محادثة واحدة', two: 'محادثتين', few: '# محادثات', many: '# محادثة', other: '# محادثة' })}.`,
  effect_agentsSeeWatchers: ({ count: n }, count) =>
    `يرى فورًا من يراقب مندوبو ${count(n, { zero: 'أي محادثة', one: 'محادثة واحدة', two: 'محادثتين', few: '# محادثات', many: '# محادثة', other: '# محادثة' })}.`,
  effect_agentsSeeNoWatchers: ({ count: n }, count) =>
    `لا يرى بعد ذلك من يراقب مندوبو ${count(n, { zero: 'أي محادثة', one: 'محادثة واحدة', two: 'محادثتين', few: '# محادثات', many: '# محادثة', other: '# محادثة' })}.`,
  effect_agentsReadRecord: ({ count: n }, count) =>
    `يمكن أن يقرأ ${count(n, { zero: 'أي مندوب', one: 'مندوب واحد', two: 'مندوبان', few: '# مندوبين', many: '# مندوبًا', other: '# مندوب' })} من راقبهم ومتى، رجوعًا إلى أول سطر محفوظ.`,
  effect_agentsReadNoRecord: ({ count: n }, count) =>
    `لن يقرأ بعد ذلك ${count(n, { zero: 'أي مندوب', one: 'مندوب واحد', two: 'مندوبان', few: '# مندوبين', many: '# مندوبًا', other: '# مندوب' })} السطور عنهم.`,
  effect_customersNotTold: ({ count: n }, count) =>
    `لن يُعلم بعد ذلك عملاء ${count(n, { zero: 'أي محادثة', one: 'محادثة واحدة', two: 'محادثتين', few: '# محادثات', many: '# محادثة', other: '# محادثة' })}.`,
  effect_joinsNotTold: ({ count: n }, count) =>
    `في ${count(n, { zero: 'أي قناة', one: 'قناة واحدة', two: 'قناتين', few: '# قنوات', many: '# قناة', other: '# قناة' })} لا يُعلم العملاء حين ينضم مستشار. ويقرأ المشرفون ذلك قبل الانضمام.`,
  effect_conversationsGoBack: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات تعود', one: 'محادثة واحدة تعود', two: 'محادثتان تعودان', few: '# محادثات تعود', many: '# محادثة تعود', other: '# محادثة تعود' })} فورًا.`,
  effect_takesNothingNew: () => 'لا يدخل جديد. ويستمر ما هو موجود.',
  effect_conversationsWait: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات تنتظر', one: 'محادثة واحدة تنتظر', two: 'محادثتان تنتظران', few: '# محادثات تنتظر', many: '# محادثة تنتظر', other: '# محادثة تنتظر' })} هنا. عيّن وجهة أخرى.`,
  effect_offeredAtOnce: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات منتظرة تُعرض', one: 'محادثة منتظرة تُعرض', two: 'محادثتان منتظرتان تُعرضان', few: '# محادثات منتظرة تُعرض', many: '# محادثة منتظرة تُعرض', other: '# محادثة منتظرة تُعرض' })} فورًا.`,
  effect_offeredNoMore: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات منتظرة', one: 'محادثة منتظرة واحدة', two: 'محادثتان منتظرتان', few: '# محادثات منتظرة', many: '# محادثة منتظرة', other: '# محادثة منتظرة' })} لا تُعرض تلقائيًا بعد ذلك.`,
  effect_workstreamsEnterHere: ({ count: n }, count) =>
    `${count(n, { zero: 'لا مسارات عمل ترسل', one: 'مسار عمل واحد يرسل', two: 'مسارا عمل يرسلان', few: '# مسارات عمل ترسل', many: '# مسار عمل يرسل', other: '# مسار عمل يرسل' })} المحادثات الجديدة إلى هنا. حدد قائمة أخرى.`,
  effect_membersLeave: ({ count: n }, count) =>
    `${count(n, { zero: 'لا مندوبين يغادرون', one: 'مندوب واحد يغادر', two: 'مندوبان يغادران', few: '# مندوبين يغادرون', many: '# مندوبًا يغادرون', other: '# مندوب يغادرون' })} ولا عروض لهم من هنا بعد ذلك.`,
  effect_membersJoin: ({ count: n }, count) =>
    `${count(n, { zero: 'لا مندوبين ينضمون', one: 'مندوب واحد ينضم', two: 'مندوبان ينضمان', few: '# مندوبين ينضمون', many: '# مندوبًا ينضمون', other: '# مندوب ينضمون' })} وقد تصلهم العروض فورًا.`,
  effect_agentsLoseOnlyQueue: ({ count: n }, count) =>
    `${count(n, { zero: 'لا مندوبين يفقدون', one: 'مندوب واحد يفقد', two: 'مندوبان يفقدان', few: '# مندوبين يفقدون', many: '# مندوبًا يفقدون', other: '# مندوب يفقدون' })} القائمة الوحيدة.`,
  effect_noMembers: () => 'لا أعضاء، فلا يصل ما ينتظر هنا إلى أحد.',
  effect_queuesLoseLastMember: ({ count: n }, count) =>
    `${count(n, { zero: 'لا قوائم تفقد', one: 'قائمة واحدة تفقد', two: 'قائمتان تفقدان', few: '# قوائم تفقد', many: '# قائمة تفقد', other: '# قائمة تفقد' })} آخر عضو فيها.`,
  effect_notOfferedTo: ({ count: n }, count) =>
    `${count(n, { zero: 'لا مندوبين', one: 'مندوب واحد', two: 'مندوبان', few: '# مندوبين', many: '# مندوبًا', other: '# مندوب' })} لا عروض لهم بعد ذلك في وضعهم الحالي.`,
  effect_closeSooner: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات تُغلق', one: 'محادثة واحدة تُغلق', two: 'محادثتان تُغلقان', few: '# محادثات تُغلق', many: '# محادثة تُغلق', other: '# محادثة تُغلق' })} أبكر من الآن، وربما فورًا.`,
  effect_keepTheirTerms: ({ count: n }, count) =>
    `${count(n, { zero: 'لا محادثات تحتفظ', one: 'محادثة واحدة تحتفظ', two: 'محادثتان تحتفظان', few: '# محادثات تحتفظ', many: '# محادثة تحتفظ', other: '# محادثة تحتفظ' })} بوحدات البداية.`,
  effect_signsOut: () => 'تُغلق كل صفحة لهذا الشخص خلال 5 ثوانٍ.',
  effect_overCapacity: ({ count: n }, count) =>
    `ما لدى هذا المندوب الآن يزيد على السعة الجديدة بمقدار ${count(n, { zero: 'لا شيء', one: 'وحدة واحدة', two: 'وحدتين', few: '# وحدات', many: '# وحدة', other: '# وحدة' })}. ويبقى.`,
  effect_cannotSignIn: () => 'ليست لهذا الشخص هوية ولا يمكنه تسجيل الدخول.',
  effect_cannotBeAdministered: () => 'هذا آخر مسؤول نظام. لن يمكن لأحد تغيير الإعدادات بعد ذلك.',
};
