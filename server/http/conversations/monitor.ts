import { isRefusal, refuse } from '@floorwalk/core';
import type { Clock } from '../../engine/engine.ts';
import type { Answer, Call } from '../call.ts';

/** How long somebody who monitors by HTTP stays on the roster without asking again (M3). */
export const HTTP_WATCH_MS = 30_000;

/** Monitoring by HTTP: a lease on the roster that ends by itself unless it is asked for again, or the text is read. */
export interface HttpWatches {
  readonly monitor: Answer;
  readonly unmonitor: Answer;
  /** Ends all leases of this server. */
  close(): void;
}

/** The leases of one server. */
export function createHttpWatches(clock: Clock): HttpWatches {
  const ends = new Map<string, () => void>();
  const unwatch = ({ tenant, actor, param }: Call): Promise<unknown> =>
    tenant.run(actor, {
      of: 'roster',
      id: param('id'),
      command: { type: 'Unwatch', connection: connectionOf(actor.kind === 'person' ? actor.id : '') },
    });
  return {
    monitor: async (call) => {
      const { actor, tenant } = call;
      const id = call.param('id');
      if (actor.kind !== 'person') return refuse('role');
      if (call.isDryRun) return call.run({ of: 'conversation', id, command: { type: 'Monitor' } });
      const connection = connectionOf(actor.id);
      const done = await call.run(
        { of: 'roster', id, command: { type: 'Watch', connection, person: actor.id } },
        undefined,
      );
      if (isRefusal(done)) return done;
      const lease = JSON.stringify([tenant.id, id, actor.id]);
      ends.get(lease)?.();
      const until = clock.now() + HTTP_WATCH_MS;
      const cancel = clock.at(until, () => {
        ends.delete(lease);
        // If the store is away, the lease of this server ends it later (M3).
        unwatch(call).catch(() => undefined);
      });
      ends.set(lease, cancel);
      return { ...done, until };
    },
    unmonitor: async (call) => {
      const { actor, tenant } = call;
      if (actor.kind !== 'person') return refuse('role');
      const lease = JSON.stringify([tenant.id, call.param('id'), actor.id]);
      ends.get(lease)?.();
      ends.delete(lease);
      // Said anywhere, it counts everywhere: their panels stop too (M5).
      const command = { type: 'Unwatch', connection: connectionOf(actor.id), person: actor.id } as const;
      return call.run({ of: 'roster', id: call.param('id'), command });
    },
    close: () => {
      for (const cancel of ends.values()) cancel();
      ends.clear();
    },
  };
}

const connectionOf = (person: string): string => `http:${person}`;
