import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, RefusedError, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { startMeasured, type Measured, type ProcessOptions } from './process.ts';
import { openSocket, type LoadSocket } from './socket.ts';

/** A server of ours under measurement: demonstration tokens, everything else as in production. */
export interface Site {
  readonly process: Measured;
  readonly port: number;
  readonly client: FloorwalkClient;
  stop(): Promise<void>;
}

/** Starts one over its own SQLite file, or over the Redis of `REDIS_URL`. */
export async function startSite(
  env: Readonly<Record<string, string>> = {},
  options: ProcessOptions = {},
): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const measured = await startMeasured(
    'server/main.ts',
    /"url":"([^"]+)"/u,
    {
      FLOORWALK_DEMO: '1',
      FLOORWALK_DATA: folder,
      FLOORWALK_RATE_LIMIT: '10000000',
      LOG_LEVEL: 'info',
      PORT: '0',
      ...env,
    },
    options,
  );
  return {
    process: measured,
    port: Number(new URL(measured.said).port),
    client: createClient(measured.said, Date.now),
    stop: async () => {
      await measured.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What its metrics say of one series. */
export async function countOf(site: Site, series: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', site.client.url))).text();
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  if (line === undefined) throw new Error(`There is no series ${series}.`);
  return Number(line.slice(series.length));
}

const ADMINISTRATOR = 'administrator ada';
export const QUEUE = 'bench';

/** A queue whose conversations nobody closes, and one agent who has room for all of them. */
export async function addFloor(client: FloorwalkClient, workstream: object = {}): Promise<void> {
  await client.put(`/v1/directory/queues/${QUEUE}`, { name: 'Bench', distribution: 'external' }, ADMINISTRATOR);
  const allowedPresences = ['available', 'busy', 'doNotDisturb'];
  const autoClose = { open: null, waiting: null, 'wrap-up': null };
  const usual = { name: 'Bench', channel: 'whatsapp', queue: QUEUE, units: 1, wrapUpUnits: 'never' };
  await client.put(
    `/v1/directory/workstreams/${QUEUE}`,
    { ...usual, autoClose, allowedPresences, ...workstream },
    ADMINISTRATOR,
  );
  await addAgent(client, 'ana');
}

/** An agent of that queue with room for a thousand conversations. */
export async function addAgent(client: FloorwalkClient, id: string): Promise<void> {
  await client.put(
    `/v1/directory/people/${id}`,
    { name: id, roles: ['agent'], capacity: 1_000, queues: [QUEUE] },
    ADMINISTRATOR,
  );
}

/** Opens so many conversations; with `held` in the agent's hands. Their ids. */
export async function openConversations(
  client: FloorwalkClient,
  count: number,
  held: boolean,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let done = 0; done < count; done += 50) {
    const part = Array.from({ length: Math.min(50, count - done) }, async (_, i) => {
      const body = { workstream: QUEUE, customer: { name: `Customer ${done + i}` }, subject: `Parcel ${done + i}` };
      const { id } = await patiently(() => client.post<{ id: string }>('/v1/conversations', body, 'integration crm'));
      if (held) {
        await client.post(`/v1/conversations/${id}/assign`, { agent: 'ana' }, 'supervisor ines');
        await client.post(`/v1/conversations/${id}/accept`, {}, 'agent ana');
      }
      return id;
    });
    ids.push(...(await Promise.all(part)));
  }
  return ids;
}

/** Asks again while the server says that it is busy, as a client is told to. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RefusedError) || error.refusal !== 'busy') throw error;
    }
    await new Promise((later) => setTimeout(later, 200));
  }
}

/** What a staff socket hears, before it is read. */
export type Heard = (length: number, text: () => string) => void;

/** A staff socket past its hello. `desk` makes the agent reachable; `behind` goes right behind the hello, as panels send what they follow. */
export async function openStaff(
  site: Site,
  role: 'supervisor' | 'agent',
  user: string,
  heard: Heard,
  desk = false,
  behind: readonly object[] = [],
): Promise<LoadSocket> {
  const token = await site.client.token(role, user);
  const welcomed = Promise.withResolvers<void>();
  let isWelcome = false;
  const socket = await openSocket({
    port: site.port,
    path: '/v1/live',
    frame: (length, text, answer) => {
      if (!isWelcome) {
        isWelcome = true;
        welcomed.resolve();
      } else if (length < 120 && text().startsWith('{"type":"heartbeat"')) answer('{"type":"pong"}');
      else heard(length, text);
    },
    closed: () => welcomed.reject(new Error('the socket was closed')),
  });
  for (const message of [{ type: 'hello', version: 1, token, desk }, ...behind]) socket.send(JSON.stringify(message));
  await welcomed.promise;
  return socket;
}

/** Who is told that the server is busy asks again a little later; any other end is a failure. */
export function endedWith(text: string, fail: (cause: Error) => void, again: () => void): void {
  if (text.includes('"refusal":"busy"')) setTimeout(again, 200);
  else fail(new Error(text));
}
