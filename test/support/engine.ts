import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, type Actor, type Refusal } from '@floorwalk/core';
import type { ConversationCommand } from '@floorwalk/core/conversation';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import type { Analyse } from '@floorwalk/core/sentiment';
import { createEngine } from '../../server/engine/create-engine.ts';
import type { Done, Engine, Options, Tenant } from '../../server/engine/engine.ts';
import { steppedClock, type SteppedClock } from '../../server/clock.ts';
import { openSqliteStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { NOW, world } from './world.ts';

export const systemActor: Actor = { kind: 'system' };
export const integration: Actor = {
  kind: 'integration',
  id: 'crm',
  rights: ['open', 'say', 'deliver', 'agents', 'read', 'onBehalf'],
};
export const customerOf = (conversation: string): Actor => ({ kind: 'customer', conversation });

/** A running engine over a real store with the world's directory, agents connected, on a stepped clock. */
export interface Running {
  readonly engine: Engine;
  readonly tenant: Tenant;
  readonly store: Store;
  readonly clock: SteppedClock;
  actor(id: string): Actor;
  /** Runs a conversation's command; a refusal is an answer. */
  ask(actor: Actor, id: string, command: ConversationCommand, options?: Options): Promise<Done | Refusal>;
  /** The same, where it must be carried out. */
  must(actor: Actor, id: string, command: ConversationCommand): Promise<Done>;
  /** Moves the clock and waits until whatever fell due is done. */
  step(ms: number): Promise<void>;
  /** Waits until nothing is going on in the background. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface RunningOptions {
  readonly store?: Store;
  readonly analyse?: Analyse;
  readonly edit?: (entries: DirectoryEntry[]) => DirectoryEntry[];
  readonly tenant?: string;
  readonly clock?: SteppedClock;
  /** Milliseconds by which waiting commits grow old; stands still without it. */
  readonly machineTime?: () => number;
}

/** Whether it would be the same if it were written as JSON and read again. */
const isAsRead = (value: unknown): boolean =>
  value !== undefined && (typeof value !== 'object' || value === null || Object.values(value).every(isAsRead));

/** Starts one; without a store, over SQLite in a temporary folder that `close` removes. */
export async function startEngine(options: RunningOptions = {}): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const store = options.store ?? (await openSqliteStore({ folder }));
  const clock = options.clock ?? steppedClock(NOW);
  const failures: unknown[] = [];
  let busy = 0;
  const counted: Store = new Proxy(store, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args);
        if (!(result instanceof Promise)) return result;
        busy += 1;
        return result.finally(() => (busy -= 1));
      };
    },
  });
  const engine = createEngine({
    // How busy this machine happens to be decides nothing in a test.
    machineTime: options.machineTime ?? (() => 0),
    store: counted,
    clock,
    analyse: options.analyse ?? (() => Promise.resolve(null)),
    log: { error: (data) => void failures.push(data) },
  });
  const tenant = await engine.tenant(options.tenant ?? 'acme');
  // The test looks at it without being connected, so it is not let go. What an author folds is what others read.
  tenant.onFold(({ body }) => {
    if (!isAsRead(body)) failures.push(body);
  });
  const shape = world();
  const directory = options.edit ? options.edit(entriesOf()) : entriesOf();
  for (const entry of directory) must(await tenant.run(systemActor, { of: 'directory', entry }));
  for (const id of ['ana', 'ben', 'kofi'])
    must(
      await tenant.run(systemActor, {
        of: 'agent',
        id,
        command: { type: 'Connect', connection: `desk-${id}`, server: '' },
      }),
    );
  const quiet = async (): Promise<void> => {
    let still = 0;
    while (still < 5) {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      still = busy === 0 ? still + 1 : 0;
    }
    if (failures.length > 0) throw new AggregateError(failures, `background work failed: ${JSON.stringify(failures)}`);
  };
  const ask: Running['ask'] = (actor, id, command, opts) =>
    tenant.run(actor, { of: 'conversation', id, command }, opts);
  return {
    engine,
    tenant,
    store,
    clock,
    actor: (id) => shape.actor(id),
    ask,
    must: async (actor, id, command) => must(await ask(actor, id, command)),
    async step(ms) {
      await quiet();
      clock.step(ms);
      await quiet();
      // What fell due may have set a deadline that is due by now as well.
      clock.step(1);
      await quiet();
    },
    quiet,
    async close() {
      await engine.close();
      if (!options.store) await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The directory of `world()` as entries, in an order in which each may be saved. */
export function entriesOf(): DirectoryEntry[] {
  const { floor } = world();
  return [
    ...[...floor.queues.values()].map((value) => ({ kind: 'queue' as const, value })),
    ...[...floor.workstreams.values()].map((value) => ({ kind: 'workstream' as const, value })),
    ...[...floor.people.values()].map((value) => ({ kind: 'person' as const, value })),
    { kind: 'policy', value: floor.policy },
  ];
}

/** The directory with nothing pushed: the test gives each conversation to whom it likes. */
export const pickedByHand = (entries: readonly DirectoryEntry[]): DirectoryEntry[] =>
  entries.map((entry) =>
    entry.kind === 'queue' ? { ...entry, value: { ...entry.value, distribution: 'external' as const } } : entry,
  );

export function must(answer: Done | Refusal): Done {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refusal}: ${answer.detail}`);
  return answer;
}
