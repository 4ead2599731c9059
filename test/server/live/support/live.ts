import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRefusal, refuse, type Actor } from '@floorwalk/core';
import { effectiveActor, type DirectoryEntry, type Person, type Policy } from '@floorwalk/core/directory';
import { attachLive, type Live, type LiveDeps } from '../../../../server/live/attach-live.ts';
import type { ChatTokens, PersonActor, StaffAuth } from '../../../../server/live/auth-port.ts';
import {
  customerOf,
  integration,
  startEngine,
  systemActor,
  type Running,
  type RunningOptions,
} from '../../../support/engine.ts';
import { Client } from './client.ts';

/** A live server over a running engine, both on one stepped clock. */
export interface Server extends Running {
  readonly live: Live;
  readonly url: string;
  readonly tokens: ChatTokens;
  /** A connection that has said hello and been welcomed. */
  staff(person: string, hello?: object): Promise<Client>;
  /** A connection that has said nothing. */
  connect(path: string, headers?: Record<string, string>): Promise<Client>;
  /** A customer's tab that has been welcomed. */
  customer(conversation: string, hello?: object): Promise<Client>;
  /** Opens a live chat in `billing`, and gives it to an agent where one is named. */
  open(id: string, agent?: string): Promise<void>;
  say(who: Actor, id: string, plane: 'public' | 'internal', text: string, message?: string): Promise<void>;
  saveDirectory(entry: DirectoryEntry): Promise<void>;
  editPerson(id: string, change: Partial<Person>): Promise<void>;
  editPolicy(change: Partial<Policy>): Promise<void>;
  /** Lets time pass in small steps, so that clients can answer. */
  pass(ms: number): Promise<void>;
  /** Waits until the engine and every connection have nothing more to do. */
  settle(): Promise<void>;
}

interface Context {
  after(call: () => Promise<void>): void;
}

export async function startLive(
  t: Context,
  options: Partial<LiveDeps> = {},
  engine: RunningOptions = {},
): Promise<Server> {
  const running = await startEngine({ edit: byHand, ...engine });
  const { tenant, clock } = running;
  const http = createServer();
  const tokens = plainTokens;
  const live = attachLive(http, {
    engine: running.engine,
    auth: plainAuth(running),
    chatTokens: tokens,
    clock,
    log: { warn: (data) => assertNone(data) },
    ...options,
  });
  await new Promise<void>((done) => void http.listen(0, '127.0.0.1', done));
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients = new Set<Client>();
  t.after(async () => {
    for (const client of clients) client.cut();
    await live.close(0);
    await new Promise<void>((done) => void http.close(() => done()));
    await running.close();
  });

  const connect = async (path: string, headers: Record<string, string> = {}): Promise<Client> => {
    const client = new Client(`${url}${path}`, headers);
    clients.add(client);
    return client.opened();
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await running.quiet();
      for (const client of clients) await client.sync();
    }
  };
  const saveDirectory = async (entry: DirectoryEntry): Promise<void> => {
    const answer = await tenant.run(systemActor, { of: 'directory', entry });
    if (isRefusal(answer)) throw new Error(answer.detail);
  };
  return {
    ...running,
    live,
    url,
    tokens,
    connect,
    settle,
    saveDirectory,
    staff: async (person, hello = {}) => {
      const client = await connect('/v1/live');
      client.send({ type: 'hello', version: 1, token: person, ...hello });
      await client.type('welcome');
      return client;
    },
    customer: async (conversation, hello = {}) => {
      const client = await connect('/v1/chat');
      client.send({ type: 'hello', version: 1, token: await tokens.sign({ tenant: 'acme', conversation }), ...hello });
      await client.type('welcome');
      await settle();
      return client;
    },
    open: async (id, agent) => {
      await running.must(integration, id, { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta Olsen' } });
      if (agent === undefined) return;
      await running.must(running.actor('ines'), id, { type: 'AssignToAgent', agent });
      await running.must(running.actor(agent), id, { type: 'Accept' });
    },
    say: async (who, id, plane, text, message = `${id}-${text}`.replaceAll(/[^\w-]/g, '-')) => {
      await running.must(who, id, { type: 'Say', plane, id: message, text });
    },
    editPerson: (id, change) => {
      const value = { ...tenant.floor.people.get(id), ...change } as Person;
      return saveDirectory({ kind: 'person', value });
    },
    editPolicy: (change) => saveDirectory({ kind: 'policy', value: { ...tenant.floor.policy, ...change } }),
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= 2_500) {
        await settle();
        clock.step(Math.min(left, 2_500));
        await settle();
      }
    },
  };
}

/** Nobody is offered anything by push: the test gives it. */
const byHand = (entries: DirectoryEntry[]): DirectoryEntry[] =>
  entries.map((entry) =>
    entry.kind === 'queue' ? { ...entry, value: { ...entry.value, distribution: 'external' } } : entry,
  );

/** The token is the person's id, and after `@` when it expires. */
function plainAuth({ tenant }: Running): StaffAuth {
  const actorOf = (person: string): PersonActor | undefined => {
    const known = tenant.floor.people.get(person);
    const actor = known && !known.disabled && effectiveActor(known, undefined, undefined, 'panel');
    return actor && actor.kind === 'person' ? actor : undefined;
  };
  return {
    verify: async (token) => {
      const [person = '', until] = token.split('@');
      const actor = actorOf(person);
      const expiresAt = until === undefined ? Number.MAX_SAFE_INTEGER : Number(until);
      return actor ? { tenant: tenant.id, actor, expiresAt } : refuse('unauthenticated');
    },
    actorNow: async (_tenant, person) => actorOf(person) ?? refuse('role'),
  };
}

const plainTokens: ChatTokens = {
  sign: async ({ tenant, conversation }) => `${tenant}/${conversation}`,
  verify: async (token) => {
    const [tenant, conversation] = token.split('/');
    return tenant && conversation ? { tenant, conversation, expiresAt: Infinity } : refuse('unauthenticated');
  },
};

function assertNone(data: object): void {
  throw new Error('a live connection met an error', { cause: 'err' in data ? data.err : data });
}

export { customerOf };
