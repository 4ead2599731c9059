import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@floorwalk/core';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { steppedClock, type SteppedClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import type { Tenant } from '../../server/engine/engine.ts';
import { silentLogger, type Logger } from '../../server/log.ts';
import { startServer, type Running } from '../../server/start-server.ts';
import { openSqliteStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { entriesOf, must, systemActor } from './engine.ts';
import { NOW } from './world.ts';

/** What an address answered; `body` is its JSON. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: AnsweredBody;
}

export interface AnsweredBody {
  readonly [name: string]: unknown;
  readonly items?: readonly Readonly<Record<string, unknown>>[];
}

export interface Asked {
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly raw?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole server on a free port: the demonstration with the world's directory, SQLite in a folder of its own, a stepped clock; nothing is pushed, and nobody is full. */
export interface Site {
  readonly url: string;
  readonly server: Running;
  readonly tenant: Tenant;
  readonly clock: SteppedClock;
  /** A token from `POST /demo/token`. */
  token(role: Role, user?: string): Promise<string>;
  call(token: string | undefined, method: string, path: string, asked?: Asked): Promise<Answered>;
  /** Opens a live chat in billing as the integration `crm` and answers its id. */
  open(more?: object): Promise<string>;
  close(): Promise<void>;
}

export interface SiteOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: Logger;
  /** Opens the store; SQLite without it. */
  readonly openStore?: (folder: string) => Promise<Store>;
}

/** Starts one; `close` removes everything. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const clock = steppedClock(NOW);
  const config = readConfig({ FLOORWALK_DEMO: '1', PORT: '0', ...options.env });
  const store = await (options.openStore ?? ((path) => openSqliteStore({ folder: path })))(folder);
  const server = await startServer(config, { log: options.log ?? silentLogger, store, clock });
  const tenant = await server.engine.tenant('demo');
  for (const entry of entriesOf().map(unhurried)) must(await tenant.run(systemActor, { of: 'directory', entry }));
  for (const id of ['ana', 'ben', 'kofi']) {
    const command = { type: 'Connect', connection: `desk-${id}`, server: '' } as const;
    must(await tenant.run(systemActor, { of: 'agent', id, command }));
  }
  const call: Site['call'] = async (token, method, path, { body, raw, headers = {} } = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...((raw ?? body) !== undefined && {
        body: typeof raw === 'string' ? raw : ((raw as RequestInit['body']) ?? JSON.stringify(body)),
      }),
    });
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    const json: unknown = type.includes('json') ? JSON.parse(text) : { text };
    return { status: response.status, type, headers: response.headers, body: json as AnsweredBody };
  };
  const token: Site['token'] = async (role, user) => {
    const { status, body } = await call(undefined, 'POST', '/demo/token', { body: { role, user } });
    if (status !== 200) throw new Error(`no token: ${status} ${JSON.stringify(body)}`);
    return String(body['token']);
  };
  return {
    url: server.url,
    server,
    tenant,
    clock,
    token,
    call,
    open: async (more = {}) => {
      const crm = await token('integration', 'crm');
      const { status, body } = await call(crm, 'POST', '/v1/conversations', {
        body: { workstream: 'live-chat', customer: { name: 'Mara' }, ...more },
      });
      if (status !== 201) throw new Error(`not opened: ${status} ${JSON.stringify(body)}`);
      return String(body['id']);
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Tests of the interface say themselves who gets what. */
function unhurried(entry: DirectoryEntry): DirectoryEntry {
  if (entry.kind === 'queue' && entry.value.distribution === 'push')
    return { kind: 'queue', value: { ...entry.value, distribution: 'pick' } };
  if (entry.kind === 'person') return { kind: 'person', value: { ...entry.value, capacity: 100 } };
  return entry;
}
