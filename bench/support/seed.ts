import { isRefusal, type Actor } from '@floorwalk/core';
import { personDefaults, queueDefaults, workstreamDefaults, type DirectoryEntry } from '@floorwalk/core/directory';
import { systemClock } from '../../server/clock.ts';
import { createEngine } from '../../server/engine/create-engine.ts';
import type { Request } from '../../server/engine/engine.ts';
import { openSqliteStore } from '../../server/store/sqlite/index.ts';

const AT_ONCE = 200;
const system: Actor = { kind: 'system' };
const integration: Actor = { kind: 'integration', id: 'bench', rights: ['open', 'say'] };

export interface Crowd {
  readonly tenant: string;
  readonly queue: string;
  readonly count: number;
}

/**
 * Opens so many conversations in the SQLite file of a server that is not running: by the same commands as through its
 * interface, each decided and committed, without the HTTP between.
 */
export async function seedFloor(folder: string, { tenant: id, queue, count }: Crowd): Promise<void> {
  const store = await openSqliteStore({ folder });
  const engine = createEngine({
    store,
    clock: systemClock(),
    analyse: () => Promise.resolve(null),
    log: { error: fail },
  });
  try {
    const tenant = await engine.tenant(id);
    const run = async (actor: Actor, request: Request): Promise<void> => {
      for (;;) {
        const done = await tenant.run(actor, request);
        if (!isRefusal(done)) return;
        // As a client is told to: busy is no answer.
        if (done.refusal !== 'busy') throw new Error(`${done.refusal}: ${done.detail}`);
        await new Promise((later) => setTimeout(later, 100));
      }
    };
    for (const entry of directoryOf(queue)) await run(system, { of: 'directory', entry });
    for (let done = 0; done < count; done += AT_ONCE)
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, i) => {
          const n = done + i;
          const customer = { name: `Customer ${n}`, id: `customer-${n}` };
          const command = { type: 'Open', workstream: queue, customer, subject: `Parcel ${n}` } as const;
          return run(integration, { of: 'conversation', id: `seeded-${n}`, command });
        }),
      );
  } finally {
    await engine.close();
    await store.close();
  }
}

/** A queue whose conversations nobody closes, and one agent who has room for all of them. */
export function directoryOf(queue: string): readonly DirectoryEntry[] {
  const autoClose = { open: null, waiting: null, 'wrap-up': null };
  const allowedPresences = ['available', 'busy', 'doNotDisturb'] as const;
  return [
    { kind: 'queue', value: { id: queue, name: 'Bench', ...queueDefaults, distribution: 'external' } },
    {
      kind: 'workstream',
      value: {
        id: queue,
        name: 'Bench',
        queue,
        ...workstreamDefaults('whatsapp'),
        units: 1,
        wrapUpUnits: 'never',
        autoClose,
        allowedPresences,
      },
    },
    {
      kind: 'person',
      value: { id: 'ana', name: 'Ana', ...personDefaults, roles: ['agent'], capacity: 1_000, queues: [queue] },
    },
  ];
}

function fail(cause: unknown): never {
  throw cause instanceof Error ? cause : new Error(JSON.stringify(cause));
}
