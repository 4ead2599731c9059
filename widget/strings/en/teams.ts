/** What is said where the panels are a tab in Microsoft Teams. */
export const teams = {
  teamsOpening: 'Opening in Microsoft Teams…',
  teamsOnly: 'This page signs in with Microsoft Teams. Open Floorwalk there, as a tab of the app.',
  teamsNoToken:
    'Microsoft Teams did not sign you in. Try again; if that does not help, your administrator has to grant the app its permission.',
  teamsSignIn: 'Sign in',
} as const;
