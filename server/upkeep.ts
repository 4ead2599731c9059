import { sealAudit } from './audit/seal-audit.ts';
import type { Clock } from './engine/engine.ts';
import type { Logger } from './log.ts';
import { expireConversations } from './privacy/expire-conversations.ts';
import { repeat, type Repeated } from './repeat.ts';
import type { Store } from './store/store.ts';

/** How long a line of the record may stay without a seal (R4). */
export const SEAL_EVERY_MS = 10_000;
/** How long a conversation may outlast what it is kept for (R6). */
export const EXPIRE_EVERY_MS = 3_600_000;

export interface UpkeepDeps {
  readonly store: Store;
  /** The machine's: seals and lines are dated by it. */
  readonly machine: Clock;
  /** The tenants': what is kept is counted on it (X1). */
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  /** How long closed conversations keep their content; null: for ever. */
  readonly keepMs: number | null;
}

/** What every server does beside its commands: it seals the record and lets go of what is kept no longer. */
export function startUpkeep({ store, machine, clock, log, keepMs }: UpkeepDeps): Repeated {
  const seal = async (): Promise<void> => {
    for (const tenant of await store.tenants()) await sealAudit(store, tenant, machine.now());
  };
  const expire = async (ms: number): Promise<void> => {
    for (const tenant of await store.tenants())
      await expireConversations({ store, tenant, now: clock.now(), keepMs: ms });
  };
  const told = (what: string) => (err: unknown) => log.warn({ err }, `${what}; it will be tried again.`);
  const work = [repeat(machine, SEAL_EVERY_MS, seal, told('The record could not be sealed'), { last: true })];
  if (keepMs !== null)
    work.push(repeat(clock, EXPIRE_EVERY_MS, () => expire(keepMs), told('Old conversations could not be erased')));
  return {
    close: async () => void (await Promise.all(work.map((each) => each.close()))),
    cancel: () => work.forEach((each) => each.cancel()),
  };
}
