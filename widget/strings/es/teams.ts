import type { teams as english } from '../en/teams.ts';
import type { Worded } from '../language.ts';

/** The tab in Microsoft Teams, in Spanish. */
export const teams: Worded<typeof english> = {
  teamsOpening: 'Abriendo en Microsoft Teams…',
  teamsOnly: 'Esta página inicia sesión con Microsoft Teams. Abra Floorwalk allí, como pestaña de la aplicación.',
  teamsNoToken:
    'Microsoft Teams no inició su sesión. Reintente; si no ayuda, su administrador debe dar permiso a la aplicación.',
  teamsSignIn: 'Iniciar sesión',
};
