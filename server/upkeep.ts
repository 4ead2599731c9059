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
/** The hour of the server's own time zone in which the store's files are cleaned of what was let go: commits may wait. */
const QUIET_HOUR = 3;
/** What was let go is in the store's files no longer than this, and a round. */
const CLEAN_WITHIN_MS = 24 * 3_600_000;

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
  const told = (what: string) => (err: unknown) => log.warn({ err }, `${what}; it will be tried again.`);
  const notSealed = told('The record could not be sealed');
  const notErased = told('Old conversations could not be erased');
  /** One tenant that cannot be served now keeps no other waiting. */
  const eachTenant = async (failed: (err: unknown) => void, work: (tenant: string) => Promise<unknown>) => {
    for (const tenant of await store.tenants()) await work(tenant).catch(failed);
  };
  const seal = (): Promise<void> => eachTenant(notSealed, (tenant) => sealAudit(store, tenant, machine.now()));
  let isStopped = false;
  const expire = async (ms: number): Promise<void> => {
    const deps = { store, now: clock.now(), keepMs: ms, isStopped: () => isStopped };
    await eachTenant(notErased, (tenant) => expireConversations({ ...deps, tenant }));
    const isQuiet = new Date(deps.now).getHours() === QUIET_HOUR;
    if (!isStopped) await store.clean(isQuiet ? undefined : deps.now - CLEAN_WITHIN_MS);
  };
  const work = [repeat(machine, SEAL_EVERY_MS, seal, notSealed, { last: true })];
  if (keepMs !== null) work.push(repeat(clock, EXPIRE_EVERY_MS, () => expire(keepMs), notErased));
  return {
    async close() {
      isStopped = true;
      await Promise.all(work.map((each) => each.close()));
    },
    cancel() {
      isStopped = true;
      for (const each of work) each.cancel();
    },
  };
}
