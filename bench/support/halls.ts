import { startRedis } from '../../test/support/redis.ts';
import { openSocket, type LoadSocket } from './socket.ts';
import { startMeasured, type Measured } from './process.ts';
import { Sequence } from './sequence.ts';
import { addFloor, openConversations, openStaff, startSite } from './floorwalk.ts';

/** A server with many listeners, in which something can be said. */
export interface Hall {
  readonly process: Measured;
  /** Says so many events, `together` in one go and one go after the other; resolves when everybody has heard all. */
  say(goes: number, together: number): Promise<void>;
  /** Bytes of one event as the listeners get it. */
  readonly size: () => number;
  /** How many events some listener has not got, or got twice, by the places that they carry; only ours carry them. */
  readonly wrong?: () => number;
  stop(): Promise<void>;
}

/** Counts what listeners hear, until it is as much as was said. */
class Count {
  #heard = 0;
  #wanted = 0;
  #done: (() => void) | undefined;

  /** Resolves when so many more were heard; `heard` may run ahead of it. */
  async expect(count: number): Promise<void> {
    this.#wanted += count;
    if (this.#heard >= this.#wanted) return;
    await new Promise<void>((done) => (this.#done = done));
  }

  heard(): void {
    this.#heard += 1;
    if (this.#heard === this.#wanted) this.#done?.();
  }
}

/** The listeners' name for a conversation, in every message about it. */
const SUBSCRIPTION = /"id":"w(\d+)"/u;
/** How many people share the listeners' pages. */
const PEOPLE = 20;

/** Ours over a store: supervisors' pages that monitor each of the conversations, and an agent who writes to the customers. */
export async function floorwalkHall(
  store: 'redis' | 'sqlite',
  listeners: number,
  conversations: number,
): Promise<Hall> {
  const redis = store === 'redis' ? await startRedis() : undefined;
  const site = await startSite(redis && { REDIS_URL: redis.url });
  await addFloor(site.client);
  const desk = await openStaff(site, 'agent', 'ana', () => {}, true);
  const ids = await openConversations(site.client, conversations, true);
  const count = new Count();
  let size = 0;
  const sequences: Sequence[] = [];
  let walkers = 0;
  const sockets = await openAll(listeners, async () => {
    const own = ids.map(() => new Sequence());
    sequences.push(...own);
    const hear = (text: string): void => own[Number(SUBSCRIPTION.exec(text)?.[1])]?.hear(text);
    const followed = Promise.withResolvers<void>();
    let following = 0;
    const follow = (n: number): void => {
      const topic = { kind: 'conversation', conversation: ids[n] };
      socket.send(JSON.stringify({ type: 'subscribe', id: `w${n}`, topic }));
    };
    const socket = await openStaff(site, 'supervisor', `walker-${walkers++ % PEOPLE}`, (length, text) => {
      if (following < ids.length) {
        if (text().includes('"whole":true')) {
          following += 1;
          hear(text());
        }
        // A server that is too busy for another watcher says so.
        if (text().startsWith('{"type":"ended"')) setTimeout(follow, 200, Number(SUBSCRIPTION.exec(text())?.[1]));
        if (following === ids.length) followed.resolve();
      } else if (!text().endsWith('"entries":[]}')) {
        size = length;
        hear(text());
        count.heard();
      }
    });
    for (const n of ids.keys()) follow(n);
    await followed.promise;
    return socket;
  });
  // A person's connection may say fifty things a second; an agent with several pages open is still one agent.
  let answered = (): void => {};
  const agents = await Promise.all(
    Array.from({ length: 24 }, () =>
      openStaff(site, 'agent', 'ana', (_, text) => {
        if (text().startsWith('{"type":"refused"')) throw new Error(text());
        if (text().startsWith('{"type":"answer"')) answered();
      }),
    ),
  );
  let said = 0;
  const word = (): string => {
    said += 1;
    const command = {
      type: 'say',
      conversation: ids[said % ids.length],
      message: `m-${said}`,
      text: `${said} Your parcel has left the depot and will be with you today between noon and two. `.repeat(2),
      plane: 'public',
    };
    return JSON.stringify({ type: 'command', id: `c${said}`, command });
  };
  return {
    process: site.process,
    size: () => size,
    wrong: () => sequences.reduce((sum, { wrong }) => sum + wrong, 0),
    say: async (goes, together) => {
      const all = count.expect(goes * together * listeners);
      for (let go = 0; go < goes; go++) {
        const { promise, resolve } = Promise.withResolvers<void>();
        let open = together;
        answered = () => --open === 0 && resolve();
        agents[Math.floor(said / 10) % agents.length]?.send(...Array.from({ length: together }, word));
        await promise;
      }
      await all;
    },
    stop: async () => {
      for (const socket of [desk, ...sockets, ...agents]) socket.close();
      await site.stop();
      await redis?.close();
    },
  };
}

/** The ceiling: a ready frame of that size to every socket, by node:net alone. */
export async function rawHall(listeners: number, size: number): Promise<Hall> {
  const server = await startMeasured('bench/peers/broadcast.ts', /port (\d+)/u, { SIZE: String(size) });
  const port = Number(server.said);
  const count = new Count();
  const sockets = await openAll(listeners, () => openSocket({ port, path: '/', frame: () => count.heard() }));
  let answered = (): void => {};
  const control = await openSocket({ port, path: '/control', frame: () => answered() });
  return {
    process: server,
    size: () => size,
    say: async (goes, together) => {
      const all = count.expect(goes * together * listeners);
      for (let i = 0; i < goes * together; i++) {
        const { promise, resolve } = Promise.withResolvers<void>();
        answered = resolve;
        control.send('x');
        await promise;
      }
      await all;
    },
    stop: () => stopAll(server, [control, ...sockets]),
  };
}

/** socket.io with its Redis adapter: `io.emit` of an event of that size for each thing said. */
export async function socketIoHall(listeners: number, size: number): Promise<Hall> {
  const redis = await startRedis();
  const env = { REDIS: redis.url.replace('unix:', '') };
  const server = await startMeasured('bench/peers/socket-io.ts', /port (\d+)/u, env);
  const port = Number(server.said);
  const count = new Count();
  let answered = (): void => {};
  const open = async (): Promise<LoadSocket> => {
    const joined = Promise.withResolvers<void>();
    const socket = await openSocket({
      port,
      path: '/socket.io/?EIO=4&transport=websocket',
      frame: (length, text, answer) => {
        if (length > size / 2) count.heard();
        else if (text().startsWith('43')) answered();
        else if (text().startsWith('0')) answer('40');
        else if (text().startsWith('40')) joined.resolve();
      },
    });
    await joined.promise;
    return socket;
  };
  // Whoever says it listens too, as everybody does with `io.emit`.
  const sockets = await openAll(listeners, open);
  const control = sockets[0];
  const event = JSON.stringify({ type: 'conversation', text: 'x'.repeat(Math.max(0, size - 60)) });
  return {
    process: server,
    size: () => size,
    say: async (goes, together) => {
      const all = count.expect(goes * together * listeners);
      for (let go = 0; go < goes; go++) {
        const { promise, resolve } = Promise.withResolvers<void>();
        let waiting = together;
        answered = () => --waiting === 0 && resolve();
        control?.send(...Array.from({ length: together }, (_, i) => `42${i}["say",${event}]`));
        await promise;
      }
      await all;
    },
    stop: async () => {
      await stopAll(server, sockets);
      await redis.close();
    },
  };
}

async function openAll(count: number, open: () => Promise<LoadSocket>): Promise<LoadSocket[]> {
  const sockets: LoadSocket[] = [];
  for (let done = 0; done < count; done += 50)
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(50, count - done) }, open))));
  return sockets;
}

async function stopAll(server: Measured, sockets: readonly LoadSocket[]): Promise<void> {
  for (const socket of sockets) socket.close();
  await server.stop();
}
