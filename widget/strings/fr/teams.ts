import type { teams as english } from '../en/teams.ts';
import type { Worded } from '../language.ts';

/** The tab in Microsoft Teams, in French. */
export const teams: Worded<typeof english> = {
  teamsOpening: 'Ouverture dans Microsoft Teams…',
  teamsOnly: 'Cette page se connecte avec Microsoft Teams. Ouvrez-y Floorwalk, comme onglet de l’application.',
  teamsNoToken:
    'Microsoft Teams ne vous a pas connecté. Réessayez\u202F; si cela n’aide pas, votre administrateur doit accorder l’autorisation à l’application.',
  teamsSignIn: 'Se connecter',
};
