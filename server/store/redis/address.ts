/** Where one Redis listens. */
export type Where = { readonly path: string } | { readonly host: string; readonly port: number };

/** What a server asks of whoever connects. */
export interface Login {
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly database?: number;
}

/** What `REDIS_URL` names: one server, the master that Sentinels know by a name, or a cluster. */
export type RedisAddress =
  | { readonly kind: 'server'; readonly where: Where; readonly login: Login }
  | { readonly kind: 'sentinel'; readonly sentinels: readonly Where[]; readonly master: string; readonly login: Login }
  | { readonly kind: 'cluster'; readonly seeds: readonly Where[]; readonly login: Login };

/** The address, or what is wrong with it as the end of a sentence that begins with the setting's name. */
export type ReadAddress =
  { readonly ok: true; readonly address: RedisAddress } | { readonly ok: false; readonly reason: string };

const FORMS =
  'must look like redis://host:6379, rediss://user:password@host:6379, redis+sentinel://host1,host2/master-name, ' +
  'redis+cluster://host1,host2 or unix:/path/to/socket';
const URL_PARTS =
  /^(?<scheme>rediss?(?:\+(?:sentinel|cluster))?):\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^@/?#]+)(?:\/(?<path>[^?#]*))?$/u;
const PORTS = { server: 6_379, sentinel: 26_379, cluster: 6_379 } as const;

/** Reads a `REDIS_URL`. User and password are percent-encoded as in any URL and count for every server it leads to. */
export function readAddress(url: string): ReadAddress {
  if (url.startsWith('unix:/'))
    return { ok: true, address: { kind: 'server', where: { path: url.slice('unix:'.length) }, login: { tls: false } } };
  const parts = URL_PARTS.exec(url)?.groups;
  if (!parts) return { ok: false, reason: FORMS };
  const { scheme = '', user, password, hosts = '', path = '' } = parts;
  if (![user, password, path].every(isEncoded))
    return {
      ok: false,
      reason: 'holds a % that begins no escape: write %25 for a percent sign in a user, password or name',
    };
  const kind = scheme.endsWith('+sentinel') ? 'sentinel' : scheme.endsWith('+cluster') ? 'cluster' : 'server';
  const places = hosts.split(',').map((host) => placeOf(host, PORTS[kind]));
  const where = places.filter((place) => place !== undefined);
  const [first] = where;
  if (first === undefined || where.length < places.length)
    return { ok: false, reason: `names a host or port that is none (${hosts})` };
  if (kind === 'server' && where.length > 1)
    return { ok: false, reason: 'names several hosts: say redis+sentinel:// or redis+cluster://' };
  const [head = '', database = ''] = kind === 'sentinel' ? path.split('/', 2) : ['', path];
  if (!/^\d*$/u.test(database)) return { ok: false, reason: `names the database ${database}, which is not a number` };
  const login: Login = {
    tls: scheme.startsWith('rediss'),
    ...(user && { username: decodeURIComponent(user) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(database !== '' && { database: Number(database) }),
  };
  if (kind === 'server') return { ok: true, address: { kind, where: first, login } };
  if (kind === 'sentinel') {
    if (head === '')
      return { ok: false, reason: 'needs the name of the master: redis+sentinel://host1,host2/mymaster' };
    return { ok: true, address: { kind, sentinels: where, master: decodeURIComponent(head), login } };
  }
  if (database !== '' && database !== '0') return { ok: false, reason: 'names a database, and a cluster has one only' };
  return { ok: true, address: { kind, seeds: where, login } };
}

function isEncoded(part = ''): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** `host`, `host:port` or `[v6]:port`. */
export function placeOf(text: string, usualPort: number): { readonly host: string; readonly port: number } | undefined {
  const [, bracketed, plain, port = String(usualPort)] =
    /^(?:\[([0-9a-f:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/iu.exec(text) ?? [];
  const host = bracketed ?? plain;
  return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}

/** The address as logs and sentences may show it. */
export const withoutSecrets = (url: string): string => url.replace(/\/\/[^@/]*@/u, '//');

export const nameOf = (where: Where): string => ('path' in where ? where.path : `${where.host}:${where.port}`);
