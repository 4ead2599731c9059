import type { teams as english } from '../en/teams.ts';
import type { Worded } from '../language.ts';

/** The tab in Microsoft Teams, in Japanese. */
export const teams: Worded<typeof english> = {
  teamsOpening: 'Microsoft Teams で開いています…',
  teamsOnly: 'このページは Microsoft Teams でサインインします。Teams のアプリのタブで Floorwalk を開いてください。',
  teamsNoToken:
    'Microsoft Teams でサインインできませんでした。もう一度お試しください。解決しない場合は、管理者がアプリに権限を付与する必要があります。',
  teamsSignIn: 'サインイン',
};
