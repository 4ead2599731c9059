import * as v from 'valibot';
import { readRoutes, type Routes } from './channels/routes.ts';

/** Everything that can be set; read once, frozen. */
export interface BotConfig {
  readonly host: string;
  readonly port: number;
  /** The bot's registration; null only in the demonstration, where nothing is authenticated. */
  readonly app: { readonly id: string; readonly password: string; readonly tenant: string } | null;
  readonly demo: boolean;
  readonly tenants: readonly string[];
  readonly channels: readonly string[];
  readonly serviceHosts: readonly string[];
  /** Customers of other channels: where they arrive, from which hosts of the service, and the key that speaks for them. */
  readonly customers: {
    readonly routes: Routes;
    readonly serviceHosts: readonly string[];
    readonly key: string | null;
  };
  /** The Floorwalk server and the key that may speak for supervisors; null in the demonstration, which issues tokens. */
  readonly server: string;
  readonly key: string | null;
  /** The Teams app whose tab cards lead to, by the id that the Teams admin centre shows; null without a tab. */
  readonly tabApp: string | null;
  readonly data: string;
  readonly redisUrl: string | null;
  readonly logLevel: string;
}

/** The settings cannot be used; `problems` names all that is wrong, a line each. */
export class BotConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings of the bot cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** The service's addresses that Microsoft documents, the public cloud and two of the government's. */
export const knownServiceHosts =
  'smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com,smba.infra.gov.teams.microsoft.us';

const list = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
);
const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/u, 'must be a port'),
  v.transform(Number),
  v.maxValue(65_535, 'must be a port'),
);

const settings = {
  BOT_HOST: v.optional(v.string(), '127.0.0.1'),
  BOT_PORT: v.optional(port, '3978'),
  BOT_APP_ID: v.optional(v.string()),
  BOT_APP_PASSWORD: v.optional(v.string()),
  BOT_APP_TENANT: v.optional(v.string()),
  BOT_TENANTS: v.optional(list, ''),
  BOT_CHANNELS: v.optional(list, 'msteams'),
  BOT_SERVICE_HOSTS: v.optional(list, knownServiceHosts),
  BOT_CUSTOMERS: v.optional(list, ''),
  BOT_CUSTOMER_HOSTS: v.optional(list, ''),
  BOT_CUSTOMER_KEY: v.optional(v.string()),
  BOT_SERVER: v.optional(v.pipe(v.string(), v.url('must be a URL')), 'http://127.0.0.1:3000'),
  BOT_KEY: v.optional(v.string()),
  BOT_TAB_APP: v.optional(v.pipe(v.string(), v.uuid('must be the id of an app'))),
  BOT_DATA: v.optional(v.string(), '.floorwalk-bot'),
  BOT_REDIS_URL: v.optional(
    v.pipe(v.string(), v.regex(/^(rediss?:\/\/|unix:\/)/u, 'must begin with redis://, rediss:// or unix:/')),
  ),
  BOT_DEMO: v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0'),
  BOT_LOG_LEVEL: v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
};

/** The names of all settings, for the check of the example file. */
export const botSettingNames: readonly string[] = Object.keys(settings);

/** Reads the settings. Throws one `BotConfigError` that names everything that is wrong. */
export function readBotConfig(env: Readonly<Record<string, string | undefined>>): BotConfig {
  const named = Object.entries(env).filter(
    ([name, value]) => value !== undefined && value !== '' && name.startsWith('BOT_'),
  );
  const unknown = named.filter(([name]) => !(name in settings)).map(([name]) => `${name} is not a setting.`);
  const result = v.safeParse(v.object(settings), Object.fromEntries(named));
  if (!result.success) {
    const wrong = result.issues.map((issue) => `${String(issue.path?.[0].key)} ${issue.message}.`);
    throw new BotConfigError([...wrong, ...unknown]);
  }
  const s = result.output;
  const demo = s.BOT_DEMO === '1';
  const { routes, problems: unrouted } = readRoutes(s.BOT_CUSTOMERS);
  const problems = [...unknown, ...unrouted, ...(demo ? demoProblems(s.BOT_HOST, s.BOT_SERVER) : missing(s))];
  if (problems.length > 0) throw new BotConfigError(problems);
  const { BOT_APP_ID: id, BOT_APP_PASSWORD: password, BOT_APP_TENANT: tenant } = s;
  return Object.freeze({
    host: s.BOT_HOST,
    port: s.BOT_PORT,
    app: id && password && tenant ? { id, password, tenant } : null,
    demo,
    tenants: s.BOT_TENANTS,
    channels: s.BOT_CHANNELS,
    serviceHosts: s.BOT_SERVICE_HOSTS,
    customers: { routes, serviceHosts: s.BOT_CUSTOMER_HOSTS, key: s.BOT_CUSTOMER_KEY ?? null },
    server: s.BOT_SERVER,
    key: s.BOT_KEY ?? null,
    tabApp: s.BOT_TAB_APP ?? null,
    data: s.BOT_DATA,
    redisUrl: s.BOT_REDIS_URL ?? null,
    logLevel: s.BOT_LOG_LEVEL,
  });
}

const needed = {
  BOT_APP_ID: 'it names the registration; without it the SDK would believe everybody',
  BOT_APP_PASSWORD: 'it is the secret of the registration',
  BOT_APP_TENANT: 'it names the tenant of the registration',
  BOT_KEY: 'it is the key with the right onBehalf at the Floorwalk server',
} as const;

function missing(s: Readonly<Record<string, unknown>>): string[] {
  const absent = Object.entries(needed).filter(([name]) => s[name] === undefined);
  const problems = absent.map(([name, why]) => `${name} is needed: ${why}.`);
  const { BOT_TENANTS: tenants } = s;
  if (Array.isArray(tenants) && tenants.length === 0)
    problems.push('BOT_TENANTS is needed: it lists the Entra tenants whose people are served; the SDK checks none.');
  const { BOT_CUSTOMERS: customers, BOT_CUSTOMER_HOSTS: hosts, BOT_CUSTOMER_KEY: key } = s;
  if (Array.isArray(customers) && customers.length > 0) {
    if (Array.isArray(hosts) && hosts.length === 0)
      problems.push('BOT_CUSTOMER_HOSTS is needed: it lists the hosts from which their channels may come.');
    if (key === undefined)
      problems.push('BOT_CUSTOMER_KEY is needed: it is the key with the rights open, say, deliver and read.');
  }
  return problems;
}

function demoProblems(host: string, server: string): string[] {
  const isLoopback = (name: string): boolean => ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(name);
  return [
    ...(isLoopback(host)
      ? []
      : [`BOT_DEMO authenticates nobody, so it runs on this machine only: BOT_HOST must be 127.0.0.1, not ${host}.`]),
    ...(isLoopback(new URL(server).hostname)
      ? []
      : ['BOT_DEMO uses a server of this machine only: BOT_SERVER must be on 127.0.0.1.']),
  ];
}
