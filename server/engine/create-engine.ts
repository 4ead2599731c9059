import { randomUUID } from 'node:crypto';
import type { Analyse } from '@floorwalk/core/sentiment';
import { seldom } from '../seldom.ts';
import { groupCommits } from '../store/group-commits.ts';
import type { CommitOutcome, Store } from '../store/store.ts';
import { startDueLoop } from './due-loop.ts';
import type { Clock, Engine } from './engine.ts';
import { keepLeases, serverLease } from './leases.ts';
import { OpenTenants, type OpenTenant } from './open-tenants.ts';
import { startReactions } from './reactions.ts';
import { TenantRuntime } from './tenant-runtime.ts';

/** The engine's needs; `log` gets what failed in the background, data first. */
export interface EngineDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly analyse: Analyse;
  readonly log: { error(data: object, sentence: string): void };
  /** This server's name in leases; made anew for every process unless given. */
  readonly server?: string;
  readonly newId?: () => string;
  /** Milliseconds by which commits that wait grow old: how busy the machine is, whatever the clock of the rules says. */
  readonly machineTime?: () => number;
  /** How long lines of the record are kept; null, and without it: for ever. */
  readonly keepAuditMs?: number | null;
  /** Told the outcome of each commit, for the operator. */
  readonly counted?: (outcome: CommitOutcome['outcome']) => void;
}

/** One server's tenants, timers and leases over a store, which stays its opener's to close. */
export function createEngine({
  store,
  clock,
  analyse,
  log,
  server = randomUUID(),
  newId = randomUUID,
  machineTime = () => performance.now(),
  keepAuditMs = null,
  counted,
}: EngineDeps): Engine {
  const commits = groupCommits(store, machineTime, counted);
  const fail = seldom((times, err, what: string) => log.error({ err, what, times }, 'background work failed'));

  const load = async (id: string): Promise<OpenTenant> => {
    await leases.renewNow(id);
    const tenant: TenantRuntime = await TenantRuntime.open({
      id,
      store,
      commits,
      clock,
      server,
      newId,
      onOwn: (folded) => tenants.known(id)?.reactions.react(folded),
      onDueChanged: (at) => due.expect(at),
      machineTime,
      keepAuditMs,
      again: () => tenants.tenant(id),
      fail,
    });
    const reactions = startReactions(tenant, clock, analyse, fail);
    tenant.onReload(reactions.catchUp);
    return { tenant, reactions };
  };
  const forget = (id: string) => store.dropLease(id, serverLease(server));
  const tenants = new OpenTenants({ load, forget, clock, server });
  const { tenant } = tenants;
  const leases = keepLeases(store, clock, server, tenants, fail);
  const due = startDueLoop(store, clock, tenant, fail);

  return {
    tenant,
    async close() {
      await due.stop();
      for (const { reactions } of tenants.all()) reactions.stop();
      await commits.flush();
      // Where it cannot be written that this server goes, the others see it by the end of its lease.
      await leases.stop().catch((cause: unknown) => fail(cause, 'leases'));
      await tenants.close();
    },
  };
}
