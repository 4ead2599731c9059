import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryEntry, Person } from '@floorwalk/core/directory';
import { steppedClock, type SteppedClock } from '../../../server/clock.ts';
import { readConfig } from '../../../server/config.ts';
import type { Tenant } from '../../../server/engine/engine.ts';
import { createLogger } from '../../../server/log.ts';
import { startServer, type Running, type StartOptions } from '../../../server/start-server.ts';
import { openRedisStore } from '../../../server/store/redis/index.ts';
import { openSqliteStore } from '../../../server/store/sqlite/index.ts';
import type { Store } from '../../../server/store/store.ts';
import { entriesOf, must, pickedByHand, systemActor } from '../../support/engine.ts';
import { AUDIENCE, startIdentityProvider, type IdentityProvider } from '../../support/identity-provider.ts';
import { startRedis } from '../../support/redis.ts';
import { NOW } from '../../support/world.ts';
import { Client } from '../../server/live/support/client.ts';

/** What an address answered, as bytes. */
export interface Said {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is a JSON object. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A whole server as an operator would run it, met only over its public interface: real sockets, tokens of a real identity
 * provider, keys of integrations, and a log that is kept. Its clock is stepped; everything else is as in production.
 */
export interface House {
  readonly url: string;
  readonly server: Running;
  readonly clock: SteppedClock;
  readonly provider: IdentityProvider;
  /** Everything the server logged, at its most talkative. */
  readonly logged: readonly string[];
  tenant(id: string): Promise<Tenant>;
  /** A token of the identity provider for this person of this tenant, dated now. */
  token(tenant: string, person: string, claims?: Readonly<Record<string, unknown>>): Promise<string>;
  /** The key of the integration `crm` of this tenant, with every right. */
  key(tenant: string): string;
  call(token: string | undefined, method: string, path: string, ask?: Ask): Promise<Said>;
  /** A socket that has said nothing. */
  connect(path: '/v1/live' | '/v1/chat', headers?: Record<string, string>): Promise<Client>;
  /** A panel that was welcomed. */
  panel(tenant: string, person: string, hello?: object): Promise<Client>;
  /** A customer's tab that was welcomed. */
  tab(token: string, hello?: object): Promise<Client>;
  save(tenant: string, entry: DirectoryEntry): Promise<void>;
  editPerson(tenant: string, id: string, change: Partial<Person>): Promise<void>;
  /** While it is away every call to the store fails, as when a network is cut. */
  setStoreAway(isAway: boolean): void;
  /** Waits until the server and every socket have nothing more to do. */
  settle(): Promise<void>;
  /** Lets time pass in steps that leave clients time to answer. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export type StoreName = 'sqlite' | 'redis';
export const storeNames: readonly StoreName[] = ['sqlite', 'redis'];

export interface HouseOptions {
  readonly store?: StoreName;
  readonly tenants?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** How long slow clients are borne. */
  readonly patience?: StartOptions['patience'];
  /** How a tenant's directory differs from the world's. */
  readonly edit?: (entry: DirectoryEntry, tenant: string) => DirectoryEntry;
}

/** Opens one; `close` ends everything it started. */
export async function openHouse({
  store: name = 'sqlite',
  tenants = ['acme'],
  env,
  patience,
  edit,
}: HouseOptions = {}): Promise<House> {
  const closers: (() => Promise<unknown>)[] = [];
  const provider = await startIdentityProvider();
  closers.push(() => provider.close());
  const { store, busy, setAway } = counted(await openStore(name, closers));
  const clock = steppedClock(NOW);
  const logged: string[] = [];
  const keyOf = (tenant: string): string => `key-of-crm-at-${tenant}-0123456789`;
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const rights = 'open+say+deliver+agents+read+onBehalf';
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'trace',
    FLOORWALK_ISSUER: provider.url,
    FLOORWALK_AUDIENCE: AUDIENCE,
    FLOORWALK_CLAIM_TENANT: 'tenant',
    FLOORWALK_TENANT: tenants[0] ?? 'acme',
    FLOORWALK_CHAT_SECRET: 'a secret of this deployment only, and long',
    FLOORWALK_INTEGRATION_KEYS: tenants.map((id) => `crm:${sha256(keyOf(id))}:${id}:${rights}`).join(','),
    FLOORWALK_RATE_LIMIT: '1000000',
    FLOORWALK_KEEP_CONVERSATIONS_DAYS: '0',
    ...env,
  });
  const log = createLogger('trace', { write: (line: string) => void logged.push(line) });
  const server = await startServer(config, { log, store, clock, machine: clock, ...(patience && { patience }) });
  closers.push(() => server.close());
  const clients = new Set<Client>();
  const held = await Promise.all(tenants.map((id) => server.engine.tenant(id)));
  for (const tenant of held)
    for (const entry of pickedByHand(entriesOf())) {
      const own = signsIn(entry, provider.url);
      must(await tenant.run(systemActor, { of: 'directory', entry: edit?.(own, tenant.id) ?? own }));
    }

  const quiet = async (): Promise<void> => {
    for (let still = 0; still < 5;) {
      await new Promise<void>((done) => void setImmediate(done));
      still = busy() === 0 ? still + 1 : 0;
      if (still < 5 || name === 'sqlite') continue;
      // A tenant whom nobody is connected to is let go, and is another one when it is asked for again.
      for (const id of tenants) {
        const { position } = await store.snapshot(id);
        if (position.offset !== (await server.engine.tenant(id)).offset) still = 0;
      }
    }
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 2; round++) {
      await Promise.all([...clients].map((client) => client.sync()));
      await quiet();
    }
    await Promise.all([...clients].map((client) => client.sync()));
  };
  const token: House['token'] = (tenant, person, claims = {}) => {
    const seconds = Math.floor(clock.now() / 1_000);
    return provider.forge({ sub: person, tenant, iat: seconds, exp: seconds + 3_600, ...claims });
  };
  const connect: House['connect'] = async (path, headers = {}) => {
    const client = new Client(`${server.url.replace('http', 'ws')}${path}`, headers);
    clients.add(client);
    void client.closed.then(() => clients.delete(client));
    return client.opened();
  };
  const greet = async (client: Client, hello: object): Promise<Client> => {
    client.send({ type: 'hello', version: 1, ...hello });
    await Promise.race([once(client.ws, 'message'), client.closed]);
    return client;
  };
  const save: House['save'] = async (tenant, entry) =>
    void must(await (await server.engine.tenant(tenant)).run(systemActor, { of: 'directory', entry }));
  return {
    url: server.url,
    server,
    clock,
    provider,
    logged,
    tenant: (id) => server.engine.tenant(id),
    token,
    key: keyOf,
    call: (bearer, method, path, ask) => call(`${server.url}${path}`, bearer, method, ask),
    connect,
    panel: async (tenant, person, hello = {}) =>
      greet(await connect('/v1/live'), { token: await token(tenant, person), ...hello }),
    tab: async (bearer, hello = {}) => greet(await connect('/v1/chat'), { token: bearer, ...hello }),
    save,
    editPerson: async (tenant, id, change) => {
      const person = (await server.engine.tenant(tenant)).floor.people.get(id);
      if (!person) throw new Error(`There is no ${id}.`);
      await save(tenant, { kind: 'person', value: { ...person, ...change } });
    },
    setStoreAway: setAway,
    settle,
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= 5_000) {
        clock.step(Math.min(left, 5_000));
        await settle();
      }
    },
    close: async () => {
      for (const client of clients) client.cut();
      for (const close of closers.toReversed()) await close();
    },
  };
}

async function openStore(name: StoreName, closers: (() => Promise<unknown>)[]): Promise<Store> {
  if (name === 'redis') {
    const redis = await startRedis();
    closers.push(() => redis.close());
    return openRedisStore({ url: redis.url, onError: () => {} });
  }
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  return openSqliteStore({ folder });
}

/** The store, and how many of its calls are under way. */
function counted(store: Store): {
  readonly store: Store;
  readonly busy: () => number;
  readonly setAway: (isAway: boolean) => void;
} {
  let busy = 0;
  let isAway = false;
  const proxy = new Proxy(store, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (isAway && key !== 'close') return Promise.reject(new Error('The store is away.'));
        const result: unknown = Reflect.apply(value, target, args);
        if (!(result instanceof Promise)) return result;
        busy += 1;
        return result.finally(() => (busy -= 1));
      };
    },
  });
  return { store: proxy, busy: () => busy, setAway: (away) => (isAway = away) };
}

/** The world's people sign in at the provider under their ids. */
function signsIn(entry: DirectoryEntry, issuer: string): DirectoryEntry {
  if (entry.kind !== 'person') return entry;
  const { value } = entry;
  return { kind: 'person', value: { ...value, capacity: 1_000, identities: [{ issuer, subject: value.id }] } };
}

async function call(
  url: string,
  bearer: string | undefined,
  method: string,
  { body, headers }: Ask = {},
): Promise<Said> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const json: unknown = type.includes('json') && !type.includes('ndjson') ? JSON.parse(text) : {};
  return { status: response.status, type, headers: response.headers, text, json: json as Said['json'] };
}
