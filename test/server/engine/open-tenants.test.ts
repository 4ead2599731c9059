import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { steppedClock } from '../../../server/clock.ts';
import { createEngine } from '../../../server/engine/create-engine.ts';
import { openSqliteStore } from '../../../server/store/sqlite/index.ts';
import type { Store } from '../../../server/store/store.ts';
import { entriesOf, integration, must, systemActor } from '../../support/engine.ts';
import { NOW, world } from '../../support/world.ts';

/** An engine whose store counts how many tenants are followed. */
async function watched(names: readonly string[] = ['one']) {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const store = await openSqliteStore({ folder });
  const clock = steppedClock(NOW);
  const failures: unknown[] = [];
  const followed = new Map<string, Set<string>>();
  const dead = new Set<string>();
  let underWay = 0;
  const engines = names.map((server) => {
    const mine = new Set<string>();
    followed.set(server, mine);
    const counting = new Proxy(store, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          if (dead.has(server)) return new Promise(() => {});
          underWay += 1;
          const result: unknown = await Promise.resolve(Reflect.apply(value, target, args)).finally(
            () => (underWay -= 1),
          );
          if (key !== 'follow') return result;
          mine.add(String(args[0]));
          return async () => {
            mine.delete(String(args[0]));
            await (result as () => Promise<void>)();
          };
        };
      },
    }) as Store;
    return createEngine({
      store: counting,
      clock,
      server,
      analyse: () => Promise.resolve(null),
      log: { error: (data) => void failures.push(data) },
      machineTime: () => 0,
    });
  });
  const quiet = async (): Promise<void> => {
    for (let still = 0; still < 5; still = underWay === 0 ? still + 1 : 0) await new Promise(setImmediate);
    assert.deepEqual(failures, []);
  };
  return {
    engines,
    store,
    follows: (server: string) => [...(followed.get(server) ?? [])],
    /** From now on no call of this server reaches the store. */
    kill: (server: string) => void dead.add(server),
    async pass(seconds: number): Promise<void> {
      for (let i = 0; i < seconds; i += 5) {
        clock.step(5_000);
        await quiet();
      }
    },
    async close(): Promise<void> {
      await Promise.all(engines.filter((_, i) => !dead.has(names[i] ?? '')).map((engine) => engine.close()));
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

test('a tenant is followed while somebody listens, and let go a minute after the last has gone', async (t) => {
  const on = await watched();
  t.after(() => on.close());
  const [engine] = on.engines;
  assert.ok(engine);
  const tenant = await engine.tenant('acme');
  const stop = tenant.onFold(() => {});
  await on.pass(300);
  assert.deepEqual(on.follows('one'), ['acme']);
  stop();
  await on.pass(60);
  assert.deepEqual(on.follows('one'), ['acme'], 'whoever comes back at once finds it');
  await on.pass(15);
  assert.deepEqual(on.follows('one'), []);
  assert.deepEqual([...(await on.store.leases('acme')).keys()], [], 'nothing is left to take up');
  assert.notEqual(await engine.tenant('acme'), tenant, 'it is read anew');
  assert.deepEqual(on.follows('one'), ['acme']);
});

test('[K5] a tenant whose agents are connected here is not let go', async (t) => {
  const on = await watched();
  t.after(() => on.close());
  const [engine] = on.engines;
  assert.ok(engine);
  const tenant = await engine.tenant('acme');
  for (const entry of entriesOf()) must(await tenant.run(systemActor, { of: 'directory', entry }));
  const command = { type: 'Connect', connection: 'desk', server: '' } as const;
  must(await tenant.run(world().actor('ben'), { of: 'agent', id: 'ben', command }));
  await on.pass(300);
  assert.deepEqual(on.follows('one'), ['acme']);
});

test('a command given to a tenant that was let go is carried out on the tenant as it is', async (t) => {
  const on = await watched();
  t.after(() => on.close());
  const [engine] = on.engines;
  assert.ok(engine);
  const tenant = await engine.tenant('acme');
  for (const entry of entriesOf()) must(await tenant.run(systemActor, { of: 'directory', entry }));
  await on.pass(90);
  assert.deepEqual(on.follows('one'), []);
  const open = { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } } as const;
  must(await tenant.run(integration, { of: 'conversation', id: 'c1', command: open }));
  assert.ok((await engine.tenant('acme')).floor.conversations.has('c1'));
});

test('[C4] what is due is done for a tenant that nobody follows', async (t) => {
  const on = await watched();
  t.after(() => on.close());
  const [engine] = on.engines;
  assert.ok(engine);
  const tenant = await engine.tenant('acme');
  for (const entry of entriesOf()) must(await tenant.run(systemActor, { of: 'directory', entry }));
  const open = { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } } as const;
  must(await tenant.run(integration, { of: 'conversation', id: 'c1', command: open }));
  await on.pass(120);
  assert.deepEqual(on.follows('one'), []);
  await on.pass(1_200);
  const stored = await on.store.load('acme', 'conversation', 'c1');
  assert.equal((JSON.parse(stored?.state ?? '{}') as { state?: string }).state, 'closed');
});

test('[M3] the agents of a server that died are unreachable within 30 s also where no other server follows the tenant', async (t) => {
  const on = await watched(['dead', 'alive']);
  t.after(() => on.close());
  const [dead] = on.engines;
  assert.ok(dead);
  const tenant = await dead.tenant('acme');
  for (const entry of entriesOf()) must(await tenant.run(systemActor, { of: 'directory', entry }));
  const command = { type: 'Connect', connection: 'desk', server: '' } as const;
  must(await tenant.run(world().actor('ben'), { of: 'agent', id: 'ben', command }));
  on.kill('dead');
  assert.deepEqual(on.follows('alive'), []);
  await on.pass(35);
  const stored = await on.store.load('acme', 'agent', 'ben');
  assert.deepEqual((JSON.parse(stored?.state ?? '{}') as { connections?: object }).connections, {});
});
