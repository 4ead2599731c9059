import * as v from 'valibot';
import type { IntegrationKey } from './auth/integration-keys.ts';
import type { SiteSecret } from './auth/site-identities.ts';
import { knownTeamsHosts } from './http/teams-hosts.ts';
import {
  numberFrom,
  whole,
  address,
  list,
  redisUrl,
  origin,
  key,
  entraTenant,
  site,
  ancestors,
  hosts,
  flag,
} from './setting-values.ts';

/** Which claims of the identity provider's tokens say what. A claim that is not named gives and takes nothing. */
export interface ClaimNames {
  readonly user: string;
  readonly tenant: string | null;
  readonly roles: string | null;
  readonly scope: string | null;
}

/** The identity provider whose tokens staff bring. */
export interface IssuerConfig {
  readonly url: string;
  /** Any of these in a token names this server. */
  readonly audience: readonly string[];
  /** Where its keys are; absent: found by OIDC discovery. */
  readonly jwks: string | null;
  readonly claims: ClaimNames;
  /** The Entra tenants of a provider that issues for many (`{tenantid}`) whose people may sign in; empty: it issues for one. */
  readonly tenants: readonly string[];
}

/** How long the store keeps what is kept. */
export interface Retention {
  /** Entries of a tenant's floor feed, for servers and pages that come back. */
  readonly floorEntries: number;
  /** Lines of the record; null: for ever. */
  readonly auditMs: number | null;
  /** Names and words of closed conversations; null: for ever. Never longer than the record, which says when they closed. */
  readonly conversationsMs: number | null;
  /** Whether the operator has said how long, for ever included. */
  readonly isDecided: boolean;
  /** Answers of commands, for whoever sends one again. */
  readonly answersMs: number;
}

/** Everything the operator decides; read once, in `main.ts`. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded store, used unless `redisUrl` is set. */
  readonly data: string;
  readonly redisUrl: string | null;
  readonly keep: Retention;
  readonly demo: boolean;
  /** The tenant of tokens and chats that name none. */
  readonly tenant: string;
  readonly issuer: IssuerConfig | null;
  /** Origins whose pages may call; empty: same origin only. `*` alone: every origin, as in the demonstration. */
  readonly origins: readonly string[];
  /** Signs customers' tokens; null only in the demonstration, which makes one for each start. */
  readonly chatSecret: string | null;
  readonly integrationKeys: readonly IntegrationKey[];
  readonly siteSecrets: readonly SiteSecret[];
  readonly clockFactor: number;
  readonly logLevel: LogLevel;
  /** Requests a minute for one token, and for one address without a token. */
  readonly rateLimit: number;
  /** How many proxies stand in front and may be believed about the caller's address. */
  readonly trustProxy: number;
  /** Live connections that one address may have at once. */
  readonly socketsPerAddress: number;
  /** Who may show this server's pages in a frame; empty: nobody. */
  readonly frameAncestors: 'self' | readonly string[];
  /** Who may show the tab at /teams in a frame; null: there is no tab. */
  readonly teamsHosts: readonly string[] | null;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What stands in the environment is not usable; `problems` names every setting that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Every setting there is; anything else that begins with FLOORWALK_ is a mistake and said to be one. */
const settings = {
  PORT: v.optional(whole(0, 65_535), '3000'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  FLOORWALK_DATA: v.optional(v.string(), '.floorwalk'),
  REDIS_URL: v.optional(redisUrl),
  FLOORWALK_KEEP_FLOOR_ENTRIES: v.optional(whole(100, 10_000_000), '20000'),
  FLOORWALK_KEEP_AUDIT_DAYS: v.optional(whole(0, 36_500), '400'),
  FLOORWALK_KEEP_CONVERSATIONS_DAYS: v.optional(whole(0, 36_500)),
  FLOORWALK_KEEP_ANSWERS_MINUTES: v.optional(whole(1, 1_440), '10'),
  FLOORWALK_DEMO: v.optional(flag, '0'),
  FLOORWALK_TENANT: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9._@-]{1,128}$/u, 'must be an id'))),
  FLOORWALK_ISSUER: v.optional(address),
  FLOORWALK_AUDIENCE: v.optional(v.pipe(list, v.minLength(1, 'must name at least one'))),
  FLOORWALK_ISSUER_TENANTS: v.optional(v.pipe(list, v.array(entraTenant)), ''),
  FLOORWALK_JWKS: v.optional(address),
  FLOORWALK_CLAIM_USER: v.optional(v.string(), 'sub'),
  FLOORWALK_CLAIM_TENANT: v.optional(v.string()),
  FLOORWALK_CLAIM_ROLES: v.optional(v.string()),
  FLOORWALK_CLAIM_SCOPE: v.optional(v.string()),
  FLOORWALK_ORIGINS: v.optional(v.pipe(list, v.array(origin))),
  FLOORWALK_CHAT_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'must be at least 32 characters long'))),
  FLOORWALK_INTEGRATION_KEYS: v.optional(v.pipe(list, v.array(key)), ''),
  FLOORWALK_SITE_SECRETS: v.optional(v.pipe(list, v.array(site)), ''),
  FLOORWALK_CLOCK_FACTOR: v.optional(numberFrom(0.01, 10_000, 'must be a number from 0.01 to 10000'), '1'),
  FLOORWALK_RATE_LIMIT: v.optional(whole(1, 10_000_000)),
  FLOORWALK_TRUST_PROXY: v.optional(whole(0, 10), '0'),
  FLOORWALK_SOCKETS_PER_ADDRESS: v.optional(whole(1, 10_000_000)),
  FLOORWALK_FRAME_ANCESTORS: v.optional(ancestors, 'self'),
  FLOORWALK_TEAMS_TAB: v.optional(flag, '0'),
  FLOORWALK_TEAMS_HOSTS: v.optional(hosts, knownTeamsHosts),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `must be one of ${logLevels.join(', ')}`), 'info'),
};
const schema = v.object(settings);
type Settings = v.InferOutput<typeof schema>;

/** The names of all settings, for the check of `.env.example`. */
export const settingNames: readonly string[] = Object.keys(settings);

/** Reads the settings. Throws one `ConfigError` that names everything that is wrong; what it answers is frozen. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const named = Object.entries(env).filter(
    ([name, value]) => value !== undefined && value !== '' && (name in settings || name.startsWith('FLOORWALK_')),
  );
  const unknown = named.filter(([name]) => !(name in settings)).map(([name]) => `${name} is not a setting.`);
  const result = v.safeParse(schema, Object.fromEntries(named));
  if (!result.success) {
    const wrong = result.issues.map((issue) => `${String(issue.path?.[0].key)} ${issue.message}.`);
    throw new ConfigError([...wrong, ...unknown]);
  }
  const problems = [...unknown, ...contradictions(result.output)];
  if (problems.length > 0) throw new ConfigError(problems);
  return freeze(configOf(result.output));
}

function contradictions(s: Settings): string[] {
  const problems = [...overlapping(s)];
  if (s.FLOORWALK_DEMO) {
    if (!isLoopback(s.HOST))
      problems.push(
        `FLOORWALK_DEMO gives everybody who can reach it every right, so it runs on this machine only: HOST must be 127.0.0.1, ::1 or localhost, not ${s.HOST}.`,
      );
    return problems;
  }
  if (!s.FLOORWALK_CHAT_SECRET) problems.push('FLOORWALK_CHAT_SECRET is needed: it signs the tokens of customers.');
  if (!s.FLOORWALK_ISSUER) problems.push('FLOORWALK_ISSUER is needed: it names the identity provider of your staff.');
  if (!s.FLOORWALK_AUDIENCE) problems.push('FLOORWALK_AUDIENCE is needed: it names this server in their tokens.');
  if (s.FLOORWALK_ISSUER_TENANTS.length > 0 && s.FLOORWALK_JWKS)
    problems.push(
      'FLOORWALK_ISSUER_TENANTS needs discovery, which says how tenants are named: leave FLOORWALK_JWKS out.',
    );
  if (!s.FLOORWALK_TENANT && !s.FLOORWALK_CLAIM_TENANT)
    problems.push('FLOORWALK_TENANT or FLOORWALK_CLAIM_TENANT is needed: one says whose floor a token opens.');
  return problems;
}

/** While a key or a secret is replaced the old one and the new one count; a third one is one that was forgotten. */
function overlapping({ FLOORWALK_INTEGRATION_KEYS: keys, FLOORWALK_SITE_SECRETS: sites }: Settings): string[] {
  const thrice = (names: readonly string[]): string[] => [
    ...new Set(names.filter((name) => names.filter((other) => other === name).length > 2)),
  ];
  return [
    ...thrice(keys.map(({ id, tenant }) => `${id} of ${tenant}`)).map(
      (name) =>
        `FLOORWALK_INTEGRATION_KEYS lists more than two keys for ${name}: the old one and the new one, no more.`,
    ),
    ...thrice(sites.map(({ site }) => site)).map(
      (name) => `FLOORWALK_SITE_SECRETS lists more than two secrets for ${name}: the old one and the new one, no more.`,
    ),
  ];
}

function configOf(s: Settings): Config {
  const issuer =
    s.FLOORWALK_ISSUER && s.FLOORWALK_AUDIENCE
      ? {
          url: s.FLOORWALK_ISSUER,
          audience: s.FLOORWALK_AUDIENCE,
          jwks: s.FLOORWALK_JWKS ?? null,
          tenants: s.FLOORWALK_ISSUER_TENANTS,
          claims: {
            user: s.FLOORWALK_CLAIM_USER,
            tenant: s.FLOORWALK_CLAIM_TENANT ?? null,
            roles: s.FLOORWALK_CLAIM_ROLES ?? null,
            scope: s.FLOORWALK_CLAIM_SCOPE ?? null,
          },
        }
      : null;
  return {
    port: s.PORT,
    host: s.HOST,
    data: s.FLOORWALK_DATA,
    redisUrl: s.REDIS_URL ?? null,
    keep: keepOf(s),
    demo: s.FLOORWALK_DEMO,
    tenant: s.FLOORWALK_TENANT ?? (s.FLOORWALK_DEMO ? 'demo' : ''),
    issuer,
    origins: s.FLOORWALK_ORIGINS ?? (s.FLOORWALK_DEMO ? ['*'] : []),
    chatSecret: s.FLOORWALK_CHAT_SECRET ?? null,
    integrationKeys: s.FLOORWALK_INTEGRATION_KEYS,
    siteSecrets: s.FLOORWALK_SITE_SECRETS,
    clockFactor: s.FLOORWALK_CLOCK_FACTOR,
    logLevel: s.LOG_LEVEL,
    rateLimit: s.FLOORWALK_RATE_LIMIT ?? (s.FLOORWALK_DEMO ? 1_000_000 : 1_200),
    trustProxy: s.FLOORWALK_TRUST_PROXY,
    socketsPerAddress: s.FLOORWALK_SOCKETS_PER_ADDRESS ?? (s.FLOORWALK_DEMO ? 1_000_000 : 2_000),
    frameAncestors: s.FLOORWALK_FRAME_ANCESTORS,
    teamsHosts: s.FLOORWALK_TEAMS_TAB ? s.FLOORWALK_TEAMS_HOSTS : null,
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/u.test(host);

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

const keepOf = (s: Pick<Settings, `FLOORWALK_KEEP_${string}` & keyof Settings>): Retention => ({
  floorEntries: s.FLOORWALK_KEEP_FLOOR_ENTRIES,
  isDecided: s.FLOORWALK_KEEP_CONVERSATIONS_DAYS !== undefined,
  conversationsMs: conversationDays(s) === 0 ? null : conversationDays(s) * 86_400_000,
  auditMs: s.FLOORWALK_KEEP_AUDIT_DAYS === 0 ? null : s.FLOORWALK_KEEP_AUDIT_DAYS * 86_400_000,
  answersMs: s.FLOORWALK_KEEP_ANSWERS_MINUTES * 60_000,
});

/** Conversations go no later than the lines of the record that they are found by. */
const conversationDays = (
  s: Pick<Settings, 'FLOORWALK_KEEP_CONVERSATIONS_DAYS' | 'FLOORWALK_KEEP_AUDIT_DAYS'>,
): number =>
  s.FLOORWALK_KEEP_AUDIT_DAYS === 0
    ? (s.FLOORWALK_KEEP_CONVERSATIONS_DAYS ?? 0)
    : Math.min(s.FLOORWALK_KEEP_CONVERSATIONS_DAYS ?? 0, Math.max(1, s.FLOORWALK_KEEP_AUDIT_DAYS - 1));

const storeNames = [
  'REDIS_URL',
  'FLOORWALK_DATA',
  'FLOORWALK_KEEP_FLOOR_ENTRIES',
  'FLOORWALK_KEEP_AUDIT_DAYS',
  'FLOORWALK_KEEP_CONVERSATIONS_DAYS',
  'FLOORWALK_KEEP_ANSWERS_MINUTES',
] as const;

/** The settings of the store. */
export type StoreSettings = Pick<Config, 'data' | 'redisUrl' | 'keep'>;

/** Where the store is, for programs that need nothing else of the settings. Throws a `ConfigError` as `readConfig` does. */
export function storeSettings(env: Readonly<Record<string, string | undefined>>): StoreSettings {
  const given = Object.fromEntries(storeNames.map((name) => [name, env[name] || undefined]));
  const result = v.safeParse(v.pick(schema, storeNames), given);
  if (!result.success)
    throw new ConfigError(result.issues.map((issue) => `${String(issue.path?.[0].key)} ${issue.message}.`));
  const { FLOORWALK_DATA: data, REDIS_URL: url } = result.output;
  return { data, redisUrl: url ?? null, keep: keepOf(result.output) };
}
