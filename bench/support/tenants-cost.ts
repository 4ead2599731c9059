import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, type Actor } from '@floorwalk/core';
import { systemClock } from '../../server/clock.ts';
import { createEngine } from '../../server/engine/create-engine.ts';
import type { Request, Tenant } from '../../server/engine/engine.ts';
import { openSqliteStore } from '../../server/store/sqlite/index.ts';
import { openAll } from './clients.ts';
import { directoryOf } from './seed.ts';

const UNDER_WAY = 64;
const integration: Actor = { kind: 'integration', id: 'bench', rights: ['open', 'say'] };

/** Processor microseconds for each command, rules and SQLite included, where they are spread over so many tenants. */
export async function tenantsCost(count: number, commands: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const fail = (cause: unknown): never => {
    throw cause instanceof Error ? cause : new Error(JSON.stringify(cause));
  };
  const store = await openSqliteStore({ folder });
  const engine = createEngine({
    store,
    clock: systemClock(),
    analyse: () => Promise.resolve(null),
    log: { error: fail },
  });
  const run = async (tenant: Tenant, actor: Actor, request: Request): Promise<void> => {
    for (;;) {
      const done = await tenant.run(actor, request);
      if (!isRefusal(done)) return;
      if (done.refusal !== 'busy') fail(done);
      await new Promise((later) => setTimeout(later, 50));
    }
  };
  try {
    const tenants = await openAll(count, UNDER_WAY, async (n) => {
      const tenant = await engine.tenant(`tenant-${n}`);
      for (const entry of directoryOf('bench')) await run(tenant, { kind: 'system' }, { of: 'directory', entry });
      return tenant;
    });
    const before = process.cpuUsage();
    await openAll(commands, UNDER_WAY, async (n) => {
      const tenant = tenants[n % count];
      const command = { type: 'Open', workstream: 'bench', customer: { name: `Customer ${n}` } } as const;
      if (tenant) await run(tenant, integration, { of: 'conversation', id: `c-${n}`, command });
    });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / commands;
  } finally {
    await engine.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
