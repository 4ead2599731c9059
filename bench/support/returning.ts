import { startRedis } from '../../test/support/redis.ts';
import { openAll, openSocketIo } from './clients.ts';
import { addFloor, endedWith, openConversations, openStaff, startSite, type Heard } from './floorwalk.ts';
import { startMeasured, type Measured } from './process.ts';
import { redisFigures } from './redis-figures.ts';
import { openSocket, type LoadSocket } from './socket.ts';

/** How a storm of clients that come back went. */
export interface Storm {
  /** Clients for each second of the server's processor, and as seen. */
  readonly perCpu: number;
  readonly seen: number;
  /** Round trips to Redis a client. */
  readonly trips: number;
}

export interface StormSize {
  readonly clients: number;
  readonly conversations: number;
}

/** What each of them has missed. */
export const GAP = 5;
/** Everybody comes back so often, the last time measured: a server runs for weeks, and has compiled by then what it does. */
const STORMS = 10;
const AT_ONCE = 200;
const PEOPLE = 50;
const TEXT = 'Your parcel has left the depot and will be with you today between noon and two. '.repeat(2);

/** Settles when a server has done with what was before, those who left among it. */
async function quiet(server: Measured): Promise<void> {
  for (let before = -1, now = await server.cpu(); now - before > 0.001;) {
    await new Promise((later) => setTimeout(later, 100));
    [before, now] = [now, await server.cpu()];
  }
}

/** Times how so many come back, and not how they left before. */
async function storm(
  server: Measured,
  clients: number,
  trips: () => Promise<number>,
  comeBack: (place: number) => Promise<LoadSocket>,
): Promise<Storm> {
  await quiet(server);
  const [cpu, before, began] = [await server.cpu(), await trips(), performance.now()];
  const sockets = await openAll(clients, AT_ONCE, comeBack);
  const seconds = (performance.now() - began) / 1_000;
  const used = (await server.cpu()) - cpu;
  const asked = ((await trips()) - before) / clients;
  for (const socket of sockets) socket.close();
  return { perCpu: clients / used, seen: clients / seconds, trips: asked };
}

async function lastOf(again: (time: number) => Promise<Storm>): Promise<Storm> {
  for (let time = 1; time < STORMS; time++) await again(time);
  return again(STORMS);
}

/** Supervisors' pages that monitor, lose their connection, and resume from where they stood. */
export async function returnToUs({ clients, conversations }: StormSize): Promise<Storm> {
  const redis = await startRedis();
  const site = await startSite({ REDIS_URL: redis.url });
  try {
    await addFloor(site.client);
    const ids = await followable();
    const places: unknown[] = [];
    const open = (place: number, since?: unknown, time = 0): Promise<LoadSocket> =>
      follow(place, ids, places, since, time);
    const sockets = await openAll(clients, AT_ONCE, (place) => open(place));
    for (const socket of sockets) socket.close();
    const trips = async (): Promise<number> => (await redisFigures(redis)).trips;
    return await lastOf(async (time) => {
      await tell(ids, time);
      return storm(site.process, clients, trips, (place) => open(place, places[place], time));
    });
  } finally {
    await site.stop();
    await redis.close();
  }

  async function followable(): Promise<readonly string[]> {
    await openStaff(site, 'agent', 'ana', () => {}, true);
    return openConversations(site.client, conversations, true);
  }

  async function tell(ids: readonly string[], time: number): Promise<void> {
    for (let i = 0; i < GAP; i++)
      await Promise.all(
        ids.map((id) =>
          site.client.post(
            `/v1/conversations/${id}/messages`,
            { id: `gap-${time}-${i}`, text: TEXT, plane: 'public' },
            'agent ana',
          ),
        ),
      );
  }

  /** Resolves once the whole gap is there; a client that gets anything else has lost or repeated something. */
  async function follow(
    place: number,
    ids: readonly string[],
    places: unknown[],
    since: unknown,
    time: number,
  ): Promise<LoadSocket> {
    const conversation = ids[place % ids.length] ?? '';
    const there = Promise.withResolvers<void>();
    let heard = 0;
    const topic = { kind: 'conversation', conversation, ...(since !== undefined && { since }) };
    const subscribe = { type: 'subscribe', id: 'c', topic };
    const hear: Heard = (_, text) => {
      if (text().startsWith('{"type":"ended"'))
        return endedWith(text(), there.reject, () => void socket.then((open) => open.send(JSON.stringify(subscribe))));
      if (!text().startsWith('{"type":"conversation"')) return;
      const { whole, position, entries } = JSON.parse(text()) as {
        whole: boolean;
        position: unknown;
        entries: { id: string }[];
      };
      places[place] = position;
      if (since === undefined) return there.resolve();
      for (const { id } of entries)
        if (whole || id !== `gap-${time}-${heard++}`) there.reject(new Error(`Not the gap: ${text()}`));
      if (heard === GAP) there.resolve();
    };
    const socket = openStaff(site, 'supervisor', `walker-${place % PEOPLE}`, hear, false, [subscribe]);
    await Promise.all([socket, there.promise]);
    return socket;
  }
}

/** The upgrade and nothing else. */
export async function shakeHands({ clients }: StormSize): Promise<Storm> {
  const peer = await startMeasured('bench/peers/bare-ws.ts', /port (\d+)/u);
  const port = Number(peer.said);
  try {
    return await lastOf(() => storm(peer, clients, nothing, () => openSocket({ port, path: '/', frame: () => {} })));
  } finally {
    await peer.stop();
  }
}

/** socket.io with connection state recovery: rooms in place of conversations. */
export async function returnToSocketIo({ clients, conversations }: StormSize): Promise<Storm> {
  const peer = await startMeasured('bench/peers/socket-io.ts', /port (\d+)/u, { RECOVERY: '1' });
  const port = Number(peer.said);
  const sessions: { pid: string; offset: string }[] = [];
  try {
    const sockets = await openAll(clients, AT_ONCE, enter);
    for (let room = 0; room < conversations; room++) await tell(sockets[0], room, 'first');
    for (const socket of sockets) socket.close();
    const teller = await openSocketIo(port, answers);
    return await lastOf(async (time) => {
      for (let i = 0; i < GAP; i++)
        for (let room = 0; room < conversations; room++) await tell(teller, room, `gap-${time}-${i}`);
      return storm(peer, clients, nothing, (place) => comeBack(place, time));
    });
  } finally {
    await peer.stop();
  }

  async function enter(place: number): Promise<LoadSocket> {
    const joined = Promise.withResolvers<void>();
    const socket = await openSocketIo(port, (_, text) => {
      answers(_, text);
      if (text().startsWith('431')) joined.resolve();
      const offset = /,"([^"]+)"\]$/u.exec(text())?.[1];
      if (text().startsWith('42') && offset !== undefined) (sessions[place] ??= { pid: '', offset }).offset = offset;
    });
    socket.send(`421["follow","room-${place % conversations}"]`);
    await joined.promise;
    sessions[place] = { pid: (JSON.parse(socket.session) as { pid: string }).pid, offset: '' };
    return socket;
  }

  async function comeBack(place: number, time: number): Promise<LoadSocket> {
    const there = Promise.withResolvers<void>();
    let heard = 0;
    const hear = (_: number, text: () => string): void => {
      const offset = /,"([^"]+)"\]$/u.exec(text())?.[1];
      if (offset !== undefined) sessions[place] = { pid: sessions[place]?.pid ?? '', offset };
      if (!text().includes(`"gap-${time}-${heard}"`)) there.reject(new Error(`Not the gap: ${text()}`));
      else if (++heard === GAP) there.resolve();
    };
    const socket = await openSocketIo(port, hear, () => sessions[place]);
    await there.promise;
    return socket;
  }
}

const nothing = (): Promise<number> => Promise.resolve(0);

/** Whoever waits for an acknowledgement of socket.io. */
let told = (): void => {};
const answers = (_: number, text: () => string): void => {
  if (text().startsWith('430')) told();
};

function tell(socket: LoadSocket | undefined, room: number, id: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  told = resolve;
  socket?.send(`420["tell","room-${room}",${JSON.stringify({ id, text: TEXT })}]`);
  return promise;
}
