import { en } from '../words/en.ts';
import { TAB } from '../cards/tab-link.ts';

/** What an app package is made for. */
export interface AppIds {
  /** The application (client) id of the registration: of the bot and of single sign-on. */
  readonly app: string;
  /** Where the Floorwalk server is reached from a supervisor's Teams; https. */
  readonly site: URL;
  /** Of the package, `1.0.0`; Teams takes an update only with a higher one. */
  readonly version: string;
  /** Your pages on privacy and terms, which Teams shows with the app. */
  readonly privacy: URL;
  readonly terms: URL;
  /** Who is named as its maker. */
  readonly developer: string;
}

/** The manifest of the Teams app: the personal bot, its message box actions, the panels as a tab and single sign-on. */
export function appManifest({
  app,
  site,
  privacy,
  terms,
  version,
  developer,
}: AppIds): Readonly<Record<string, unknown>> {
  const at = (path: string): string => new URL(path, site).href;
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.28/MicrosoftTeams.schema.json',
    manifestVersion: '1.28',
    version,
    id: app,
    developer: {
      name: developer,
      websiteUrl: at('/'),
      privacyUrl: privacy.href,
      termsOfUseUrl: terms.href,
    },
    name: { short: 'Floorwalk', full: 'Floorwalk for supervisors' },
    description: {
      short: 'See every conversation, join, assign and transfer.',
      full: 'The live floor of your contact centre for its supervisors: conversations that need attention first, watching, internal messages to the agent, assigning, transferring and alerts. Not for employment decisions: compensation, reward, seniority or rights.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1A2027',
    staticTabs: [
      {
        entityId: TAB,
        name: 'Floor',
        contentUrl: at('/teams'),
        websiteUrl: at('/teams'),
        scopes: ['personal'],
      },
      // The chat with the bot, in its place among the tabs.
      { entityId: 'conversations', scopes: ['personal'] },
    ],
    bots: [
      {
        botId: app,
        scopes: ['personal'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal'], commands: commands() }],
      },
    ],
    composeExtensions: [
      {
        botId: app,
        commands: [
          action('assign', 'Assign', 'Give an open conversation to an agent or a queue'),
          action('transfer', 'Transfer', 'Move a conversation to another agent'),
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [site.hostname],
    webApplicationInfo: { id: app, resource: `api://${site.hostname}/botid-${app}` },
    defaultInstallScope: 'personal',
  };
}

/** Teams puts the title into the message box, so that it is the word alone. */
function commands(): readonly { readonly title: string; readonly description: string }[] {
  const words = en.help.map(([typed, description]) => ({ title: typed.split(' ')[0] ?? typed, description }));
  return [...words, { title: 'help', description: 'what you can do here' }];
}

function action(id: string, title: string, description: string) {
  return { id, type: 'action', title, description, context: ['compose'], fetchTask: true };
}
