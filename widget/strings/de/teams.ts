import type { teams as english } from '../en/teams.ts';
import type { Worded } from '../language.ts';

/** The tab in Microsoft Teams, in German. */
export const teams: Worded<typeof english> = {
  teamsOpening: 'Wird in Microsoft Teams geöffnet…',
  teamsOnly: 'Diese Seite meldet sich über Microsoft Teams an. Öffnen Sie Floorwalk dort, als Registerkarte der App.',
  teamsNoToken:
    'Microsoft Teams hat Sie nicht angemeldet. Versuchen Sie es erneut; hilft das nicht, muss Ihre Administration der App die Berechtigung geben.',
  teamsSignIn: 'Anmelden',
};
