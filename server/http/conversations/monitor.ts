import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import type { Clock, Done } from '../../engine/engine.ts';
import { notBusy, surely } from '../../engine/surely.ts';
import type { Answer, Call } from '../call.ts';

/** How long somebody who monitors by HTTP stays on the roster without asking again (M3). */
export const HTTP_WATCH_MS = 30_000;
/** How long until a lease that could not be ended is tried again. */
const AGAIN_MS = 1_000;

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
  const unwatch = ({ tenant, actor, param }: Call): Promise<Done | Refusal> =>
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
      const endAt = (at: number, end: () => void): void => {
        const cancel = clock.at(at, () => {
          ends.delete(lease);
          end();
        });
        ends.set(lease, cancel);
      };
      // Whoever monitors again before they could be taken out is not.
      const take = (): void =>
        surely(
          async () => notBusy(await unwatch(call)),
          (again) => endAt(clock.now() + AGAIN_MS, again),
        );
      endAt(until, take);
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
