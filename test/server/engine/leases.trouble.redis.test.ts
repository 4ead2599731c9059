import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { steppedClock, type SteppedClock } from '../../../server/clock.ts';
import { createEngine } from '../../../server/engine/create-engine.ts';
import type { Tenant } from '../../../server/engine/engine.ts';
import { openRedisStore } from '../../../server/store/redis/index.ts';
import type { Store } from '../../../server/store/store.ts';
import { entriesOf, integration, must, pickedByHand, systemActor } from '../../support/engine.ts';
import { startRedis } from '../../support/redis.ts';
import { NOW, world } from '../../support/world.ts';

const { actor } = world();

/** A server beside a tenant that nobody uses here, of which one key is not what it should be. */
async function besideBadTenant(t: TestContext, key: 'due' | 'leases' | 'meta') {
  const redis = await startRedis();
  const store = await openRedisStore({ url: redis.url, onError: (cause) => assert.fail(cause) });
  const clock = steppedClock(NOW);
  const failures: string[] = [];
  const log = { error: (data: object) => void failures.push(inspect(data)) };
  const analyse = () => Promise.resolve(null);
  const engine = createEngine({ machineTime: () => 0, store, clock, analyse, log, server: 'here' });
  t.after(async () => {
    await engine.close();
    await store.close();
    await redis.close();
  });
  const tenant = await engine.tenant('acme');
  tenant.onFold(() => {});
  for (const entry of pickedByHand(entriesOf())) must(await tenant.run(systemActor, { of: 'directory', entry }));
  await redis.command('SADD', 'floorwalk:tenants', 'bad');
  if (key !== 'meta') await redis.command('HSET', 'floorwalk:{t:bad}:meta', 'used', '1');
  await redis.command('SET', `floorwalk:{t:bad}:${key}`, 'this is no such thing');
  return { clock, failures, store, tenant };
}

async function until(holds: () => boolean | Promise<boolean>, clock: SteppedClock): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (!(await holds())) {
    assert.ok(performance.now() < giveUpAt, 'it never happens');
    clock.step(1);
    await new Promise<void>((next) => void setImmediate(next));
  }
}

async function servesOthers(tenant: Tenant, store: Store, clock: SteppedClock): Promise<void> {
  const command = { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } } as const;
  must(await tenant.run(integration, { of: 'conversation', id: 'c1', command }));
  must(
    await tenant.run(systemActor, {
      of: 'agent',
      id: 'ana',
      command: { type: 'Connect', connection: 'd', server: '' },
    }),
  );
  const assign = { type: 'AssignToAgent', agent: 'ana' } as const;
  must(await tenant.run(actor('ines'), { of: 'conversation', id: 'c1', command: assign }));
  clock.step(1_200_000);
  await until(() => tenant.floor.conversations.get('c1')?.state !== 'open', clock);
  for (let i = 0; i < 3; i++) {
    clock.step(5_000);
    const now = clock.now();
    await until(async () => ((await store.leases('acme')).get('server:here') ?? 0) >= now + 30_000, clock);
  }
}

for (const key of ['due', 'leases', 'meta'] as const)
  test(
    `[D1] a tenant whose ${key} cannot be read keeps no other from its timers and leases`,
    { timeout: 60_000 },
    async (t) => {
      const { clock, failures, store, tenant } = await besideBadTenant(t, key);
      await servesOthers(tenant, store, clock);
      if (key !== 'meta') await until(() => failures.some((said) => /WRONGTYPE/u.test(said)), clock);
      if (key === 'due') assert.ok(failures.some((said) => /due of bad could not be read/u.test(said)));
    },
  );
