import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { steppedClock, type SteppedClock } from '../../server/clock.ts';
import { createEngine } from '../../server/engine/create-engine.ts';
import type { Engine, Tenant } from '../../server/engine/engine.ts';
import { openRedisStore } from '../../server/store/redis/index.ts';
import { openSqliteStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import type { OwnRedis } from './redis.ts';
import { NOW } from './world.ts';

/** One server of a fleet; `crash` ends it as a power cut would: whatever it had under way is never answered. */
export interface FleetServer {
  readonly name: string;
  readonly engine: Engine;
  readonly tenant: Tenant;
  readonly isAlive: boolean;
  crash(): void;
}

/** Servers that share one database and one clock. */
export interface Fleet {
  readonly clock: SteppedClock;
  /** The database itself, for looking at what is stored. */
  readonly store: Store;
  readonly alive: readonly FleetServer[];
  start(): Promise<FleetServer>;
  /** Counts as under way until it settles, however it settles. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Waits until nobody does anything and every server has folded everything. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export const tenantOfFleet = 'acme';
/** More turns than anything takes; beyond it something goes round in circles. */
const MOST_TURNS = 200_000;

/** Servers over SQLite, one at a time, or over a Redis, several at once. */
export async function openFleet(redis?: OwnRedis): Promise<Fleet> {
  const clock = steppedClock(NOW);
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const open = (): Promise<Store> =>
    redis ? openRedisStore({ url: redis.url, onError: () => {} }) : openSqliteStore({ folder });
  const store = await open();
  const stores = [store];
  const servers: FleetServer[] = [];
  const failures: unknown[] = [];
  let underWay = 0;
  let started = 0;
  const during = <T>(work: Promise<T>): Promise<T> => {
    underWay += 1;
    return work.finally(() => (underWay -= 1));
  };

  async function start(): Promise<FleetServer> {
    const own = redis ? await open() : store;
    if (own !== store) stores.push(own);
    const name = `server-${++started}`;
    let isAlive = true;
    const engine = createEngine({
      // How busy this machine happens to be decides nothing in a test.
      machineTime: () => 0,
      store: cuttable(own, () => isAlive, during),
      clock: {
        now: () => clock.now(),
        at: (at, call) => clock.at(at, () => isAlive && call()),
      },
      analyse: () => Promise.resolve(0),
      log: { error: (data) => void (isAlive && failures.push(data)) },
      server: name,
    });
    const tenant = await engine.tenant(tenantOfFleet);
    // Somebody always looks, so that no server lets the tenant go.
    tenant.onFold(() => {});
    const server: FleetServer = {
      name,
      engine,
      tenant,
      get isAlive() {
        return isAlive;
      },
      crash: () => void (isAlive = false),
    };
    servers.push(server);
    return server;
  }

  async function quiet(): Promise<void> {
    for (let turns = 0, still = 0; still < 10; turns++) {
      assert.ok(turns < MOST_TURNS, `never quiet: ${underWay} under way`);
      await turn();
      still = underWay === 0 ? still + 1 : 0;
      if (still < 10) continue;
      const { position } = await store.snapshot(tenantOfFleet);
      if (alive().some(({ tenant }) => tenant.offset !== position.offset) || underWay > 0) still = 0;
    }
    assert.deepEqual(failures, []);
  }

  const alive = () => servers.filter((server) => server.isAlive);
  return {
    clock,
    store,
    get alive() {
      return alive();
    },
    start,
    during,
    quiet,
    async close() {
      await Promise.all(alive().map(({ engine }) => engine.close()));
      for (const opened of stores) await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lets everything that is ready run once. */
export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** The store as a server sees it: after its end no call leaves it and no answer reaches it. */
function cuttable(store: Store, isAlive: () => boolean, during: <T>(work: Promise<T>) => Promise<T>): Store {
  const never = new Promise<never>(() => {});
  return new Proxy(store, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (!isAlive()) return never;
        const heard = args.map((arg) =>
          typeof arg === 'function' ? (...said: unknown[]) => isAlive() && Reflect.apply(arg, undefined, said) : arg,
        );
        const result: unknown = Reflect.apply(value, target, heard);
        if (!(result instanceof Promise)) return result;
        return during(result).then(
          (answer: unknown) => (isAlive() ? answer : never),
          (cause: unknown) => (isAlive() ? Promise.reject(cause) : never),
        );
      };
    },
  });
}
