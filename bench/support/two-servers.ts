import { startRedis } from '../../test/support/redis.ts';
import { openAll, openSocketIo } from './clients.ts';
import { quantile } from './figures.ts';
import { addFloor, endedWith, openConversations, openStaff, startSite } from './floorwalk.ts';
import { startMeasured, type Measured } from './process.ts';
import type { LoadSocket } from './socket.ts';

/** What is said on one server and heard on the other. */
export interface Crossing {
  /** Processor microseconds of the server that delivers, for each delivery. */
  readonly cpu: number;
  /** Milliseconds from the word to a listener. */
  readonly p50: number;
  readonly p99: number;
  /** Deliveries a second that were asked for and made. */
  readonly rate: number;
}

export interface TwoServers {
  /** Says at that rate for so long; resolves when everybody has heard everything, in its order. */
  run(aSecond: number, ms: number): Promise<Crossing>;
  /** Bytes of one event. */
  size(): number;
  stop(): Promise<void>;
}

const AT_ONCE = 50;
const PEOPLE = 20;
/** Every so many listeners one reads what it hears. */
const READS = 25;
const TEXT = 'Your parcel has left the depot and will be with you today between noon and two. '.repeat(2);

/** Follows what every listener has heard, and when. */
class Heard {
  readonly #listeners: number;
  readonly #saidAt: number[] = [];
  readonly #counts: number[];
  #took: number[] = [];
  #left = 0;
  #done = (): void => {};

  constructor(listeners: number) {
    this.#listeners = listeners;
    this.#counts = Array.from({ length: listeners }, () => 0);
  }

  /** The number of the next word, which is on its way now. */
  say(): number {
    this.#left += this.#listeners;
    return this.#saidAt.push(performance.now()) - 1;
  }

  /** One listener's next event; those that read compare it with the word that has to come. */
  hear(place: number, text: () => string): void {
    const number = this.#counts[place] ?? 0;
    this.#counts[place] = number + 1;
    if (place % READS === 0 && !text().includes(`"m-${number}"`))
      throw new Error(`Listener ${place} heard something else than word ${number}: ${text()}`);
    this.#took.push(performance.now() - (this.#saidAt[number] ?? 0));
    this.#left -= 1;
    if (this.#left === 0) this.#done();
  }

  /** How long deliveries took since this was last asked. */
  async all(): Promise<readonly number[]> {
    if (this.#left > 0) await new Promise<void>((done) => (this.#done = done));
    const took = this.#took;
    this.#took = [];
    return took;
  }
}

async function crossing(
  server: Measured,
  heard: Heard,
  say: (number: number) => void,
  aSecond: number,
  ms: number,
): Promise<Crossing> {
  const [cpu, began] = [await server.cpu(), performance.now()];
  const words = Math.round((aSecond * ms) / 1_000);
  for (let i = 0; i < words; i++) {
    await new Promise((due) => setTimeout(due, Math.max(0, began + (i * 1_000) / aSecond - performance.now())));
    say(heard.say());
  }
  const took = await heard.all();
  const seconds = (performance.now() - began) / 1_000;
  return {
    cpu: (((await server.cpu()) - cpu) * 1e6) / took.length,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    rate: took.length / seconds,
  };
}

/** An agent on one server, and everybody who monitors the conversation on the other. */
export async function ourServers(listeners: number): Promise<TwoServers> {
  const redis = await startRedis();
  const near = await startSite({ REDIS_URL: redis.url }, { core: 1 });
  await addFloor(near.client);
  await openStaff(near, 'agent', 'ana', () => {}, true);
  const [conversation = ''] = await openConversations(near.client, 1, true);
  const far = await startSite({ REDIS_URL: redis.url });
  const heard = new Heard(listeners);
  let size = 0;
  const sockets = await openAll(listeners, AT_ONCE, async (place) => {
    const followed = Promise.withResolvers<void>();
    let isFollowing = false;
    const socket = await openStaff(far, 'supervisor', `walker-${place % PEOPLE}`, (length, text) => {
      if (text().startsWith('{"type":"ended"')) endedWith(text(), followed.reject, subscribe);
      else if (!isFollowing) {
        isFollowing = text().includes('"whole":true');
        if (isFollowing) followed.resolve();
      } else if (!text().endsWith('"entries":[]}')) {
        size = length;
        heard.hear(place, text);
      }
    });
    const subscribe = (): void =>
      socket.send(JSON.stringify({ type: 'subscribe', id: 'c', topic: { kind: 'conversation', conversation } }));
    subscribe();
    await followed.promise;
    return socket;
  });
  // A person's connection may say fifty things a second.
  const agents = await Promise.all(Array.from({ length: 4 }, () => openStaff(near, 'agent', 'ana', refused)));
  const say = (number: number): void => {
    const command = { type: 'say', conversation, message: `m-${number}`, text: TEXT, plane: 'public' };
    agents[number % agents.length]?.send(JSON.stringify({ type: 'command', id: `c${number}`, command }));
  };
  return {
    run: (aSecond, ms) => crossing(far.process, heard, say, aSecond, ms),
    size: () => size,
    stop: async () => {
      closeAll([...sockets, ...agents]);
      await Promise.all([near.stop(), far.stop()]);
      await redis.close();
    },
  };
}

function refused(_: number, text: () => string): void {
  if (text().startsWith('{"type":"refused"')) throw new Error(text());
}

/** The same with socket.io and its Redis adapter: whoever emits is on one server, whoever listens on the other. */
export async function socketIoServers(listeners: number, size: number): Promise<TwoServers> {
  const redis = await startRedis();
  const env = { REDIS: redis.url.replace('unix:', '') };
  const near = await startMeasured('bench/peers/socket-io.ts', /port (\d+)/u, env, { core: 1 });
  const far = await startMeasured('bench/peers/socket-io.ts', /port (\d+)/u, env);
  const heard = new Heard(listeners);
  const sockets = await openAll(listeners, AT_ONCE, (place) =>
    openSocketIo(Number(far.said), (_, text) => heard.hear(place, text)),
  );
  const speaker = await openSocketIo(Number(near.said), () => {});
  const filler = 'x'.repeat(Math.max(0, size - 40));
  const say = (number: number): void =>
    speaker.send(`42["say",${JSON.stringify({ id: `m-${number}`, text: filler })}]`);
  return {
    run: (aSecond, ms) => crossing(far, heard, say, aSecond, ms),
    size: () => size,
    stop: async () => {
      closeAll([...sockets, speaker]);
      await Promise.all([near.stop(), far.stop()]);
      await redis.close();
    },
  };
}

function closeAll(sockets: readonly LoadSocket[]): void {
  for (const socket of sockets) socket.close();
}
