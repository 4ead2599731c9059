import type { teams as english } from '../en/teams.ts';
import type { Worded } from '../language.ts';

/** The tab in Microsoft Teams, in Arabic. */
export const teams: Worded<typeof english> = {
  teamsOpening: 'جارٍ الفتح في Microsoft Teams…',
  teamsOnly: 'تسجل هذه الصفحة الدخول عبر Microsoft Teams. افتح Floorwalk هناك، كعلامة تبويب في التطبيق.',
  teamsNoToken: 'لم يسجّل Microsoft Teams دخولك. أعد المحاولة؛ وإن لم يفد ذلك، فعلى مسؤول النظام منح التطبيق الإذن.',
  teamsSignIn: 'تسجيل الدخول',
};
