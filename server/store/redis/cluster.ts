import { ErrorReply } from 'redis';
import { nameOf, placeOf, type Login, type Where } from './address.ts';
import { clientOf } from './client.ts';
import { readSlots, type SlotMap } from './cluster-slots.ts';
import { Connection, type Listener } from './connection.ts';
import { explainFailure } from './explain-failure.ts';
import { opened } from './opened.ts';
import { insist } from './patience.ts';
import { slotOf } from './slot-of.ts';
import type { Topology, TopologyOptions } from './topology.ts';

const LEARN_AGAIN_AFTER_MS = 100;

interface Node {
  readonly where: Where;
  readonly commands: Connection;
  /** Made when the first channel is. */
  subscriptions?: Connection;
}

/** A listener, and the node at which it listens. */
interface Subscribed {
  readonly channel: string;
  readonly listener: Listener;
  at: string | undefined;
}

/** The masters of a cluster. Each key's commands and each channel go to whoever holds its slot, also after it has moved. */
export class Cluster implements Topology {
  readonly publish = 'SPUBLISH';
  readonly #seeds: readonly Where[];
  readonly #login: Login;
  readonly #options: TopologyOptions;
  readonly #nodes = new Map<string, Node>();
  readonly #subscribed = new Set<Subscribed>();
  #map: SlotMap = [];
  #learning: Promise<void> | undefined;
  #isPlanned = false;
  #isClosed = false;

  constructor(seeds: readonly Where[], login: Login, options: TopologyOptions) {
    this.#seeds = seeds;
    this.#login = login;
    this.#options = options;
  }

  async open(): Promise<void> {
    const { patienceMs } = this.#options;
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      try {
        await this.#learn();
        break;
      } catch (cause) {
        const { why, isFinal } = explainFailure(cause);
        if (isFinal || performance.now() > giveUpAt) throw new Error(why, { cause });
      }
    }
    if (this.#map.includes(undefined))
      throw new Error('nobody holds some of its slots: mend it with redis-cli --cluster fix');
    await opened(
      [...this.#nodes.values()].map(({ commands }) => commands),
      patienceMs,
    );
  }

  async sendOnce(key: string, command: readonly string[]): Promise<unknown> {
    try {
      return await this.#holder(key).commands.sendOnce(command);
    } catch (cause) {
      const [, kind, place = ''] =
        cause instanceof ErrorReply ? (/^(MOVED|ASK) \d+ (\S+)/u.exec(cause.message) ?? []) : [];
      const where = placeOf(place, 6_379);
      if (kind === 'ASK' && where) return this.#node(where).commands.sendAsking(command);
      // Not carried out there; whoever insists finds the new holder in the map.
      if (kind === 'MOVED') await this.#learn().catch(this.#options.onError);
      throw cause;
    }
  }

  send(key: string, command: readonly string[]): Promise<unknown> {
    return this.insist(() => this.sendOnce(key, command));
  }

  insist<T>(run: () => Promise<T>): Promise<T> {
    return insist(this.#options.patienceMs, () => this.#isClosed, run);
  }

  async everywhere(command: readonly string[]): Promise<readonly unknown[]> {
    return this.insist(() => Promise.all([...this.#nodes.values()].map(({ commands }) => commands.sendOnce(command))));
  }

  async subscribe(channel: string, listener: Listener): Promise<() => Promise<void>> {
    const held: Subscribed = { channel, listener, at: undefined };
    this.#subscribed.add(held);
    await this.insist(() => this.#settle(held));
    return async () => {
      this.#subscribed.delete(held);
      await this.#nodes.get(held.at ?? '')?.subscriptions?.unsubscribe(channel, listener);
    };
  }

  close(): void {
    this.#isClosed = true;
    for (const node of this.#nodes.values()) closeNode(node);
  }

  #holder(key: string): Node {
    const node = this.#nodes.get(this.#map[slotOf(key)] ?? '');
    if (node) return node;
    this.#plan();
    throw new Error('Nobody in the Redis cluster holds this slot at the moment');
  }

  #node(where: Where): Node {
    const name = nameOf(where);
    const known = this.#nodes.get(name);
    if (known) return known;
    const node: Node = { where, commands: this.#connect(where, false) };
    this.#nodes.set(name, node);
    return node;
  }

  #connect(where: Where, isSharded: boolean): Connection {
    const name = nameOf(where);
    return new Connection({
      where: () => Promise.resolve(where),
      login: this.#login,
      silentForMs: this.#options.silentForMs,
      isSharded,
      greet: async () => {},
      onError: this.#options.onError,
      onReady: () => this.#options.onReady((key) => this.#map[slotOf(key)] === name),
      onLost: () => this.#plan(),
    });
  }

  /** Subscribes where the channel's slot is now, if it is not there yet. */
  async #settle(held: Subscribed): Promise<void> {
    const { channel, listener } = held;
    const { where } = this.#holder(channel);
    const name = nameOf(where);
    if (held.at === name) return;
    const before = this.#nodes.get(held.at ?? '')?.subscriptions;
    const node = this.#node(where);
    node.subscriptions ??= this.#connect(where, true);
    await node.subscriptions.subscribe(channel, listener);
    const isFirst = held.at === undefined;
    held.at = name;
    if (!this.#subscribed.has(held)) await node.subscriptions.unsubscribe(channel, listener);
    await before?.unsubscribe(channel, listener).catch(() => {}); // it may be gone for good
    // What was published in between is only in the stream.
    if (!isFirst) this.#options.onReady((key) => slotOf(key) === slotOf(channel));
  }

  /** Asks for the map soon, once, however many connections are lost at a time. */
  #plan(): void {
    if (this.#isPlanned || this.#isClosed) return;
    this.#isPlanned = true;
    setTimeout(() => {
      this.#isPlanned = false;
      if (!this.#isClosed) this.#learn().catch(this.#options.onError);
    }, LEARN_AGAIN_AFTER_MS).unref();
  }

  #learn(): Promise<void> {
    this.#learning ??= this.#ask().finally(() => {
      this.#learning = undefined;
    });
    return this.#learning;
  }

  async #ask(): Promise<void> {
    const known = [...this.#nodes.values()].filter(({ commands }) => commands.isReady).map(({ where }) => where);
    let failure: unknown;
    for (const where of [...known, ...this.#seeds]) {
      try {
        const raw = await (this.#nodes.get(nameOf(where))?.commands.sendOnce(['CLUSTER', 'SLOTS']) ??
          askSeed(where, this.#login));
        return this.#adopt(readSlots(raw, where));
      } catch (cause) {
        failure = cause;
      }
    }
    throw failure;
  }

  #adopt({ map, masters }: ReturnType<typeof readSlots>): void {
    const before = this.#map;
    this.#map = map;
    for (const where of masters.values()) this.#node(where);
    for (const [name, node] of this.#nodes) {
      if (masters.has(name)) continue;
      this.#nodes.delete(name);
      closeNode(node);
    }
    const hasMoved = (slot: number): boolean => before[slot] !== undefined && before[slot] !== map[slot];
    if (before.length > 0 && before.some((_, slot) => hasMoved(slot)))
      this.#options.onReady((key) => hasMoved(slotOf(key)));
    for (const held of this.#subscribed)
      if (held.at !== undefined && held.at !== map[slotOf(held.channel)]) this.#settle(held).catch(() => this.#plan());
  }
}

function closeNode({ commands, subscriptions }: Node): void {
  commands.close();
  subscriptions?.close();
}

async function askSeed(where: Where, login: Login): Promise<unknown> {
  const client = clientOf(where, login);
  client.on('error', () => {}); // what it means is decided by whoever asks
  try {
    await client.connect();
    return await client.sendCommand(['CLUSTER', 'SLOTS']);
  } finally {
    client.destroy();
  }
}
