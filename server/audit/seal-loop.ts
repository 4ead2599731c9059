import type { Clock } from '../engine/engine.ts';
import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import { sealAudit } from './seal-audit.ts';

/** How long a line may stay without a seal. */
export const SEAL_EVERY_MS = 10_000;

export interface SealLoop {
  /** Seals what there is and seals no more. */
  close(): Promise<void>;
}

/** Seals the records of all tenants now and then; every server may, since each line is sealed once. */
export function startSealing(store: Store, clock: Clock, log: Pick<Logger, 'warn'>): SealLoop {
  let isClosed = false;
  let cancel = (): void => {};
  let underWay: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    try {
      for (const tenant of await store.tenants()) await sealAudit(store, tenant, clock.now());
    } catch (error) {
      log.warn({ err: error }, 'The record could not be sealed; it will be tried again.');
    }
  };
  const next = (): void => {
    cancel = clock.at(clock.now() + SEAL_EVERY_MS, () => {
      underWay = round().finally(() => {
        if (!isClosed) next();
      });
    });
  };
  next();
  return {
    async close() {
      isClosed = true;
      cancel();
      await underWay;
      await round();
    },
  };
}
