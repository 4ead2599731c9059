import { randomUUID } from 'node:crypto';
import type { Analyse } from '@floorwalk/core/sentiment';
import { groupCommits } from '../store/group-commits.ts';
import type { Store } from '../store/store.ts';
import { startDueLoop } from './due-loop.ts';
import type { Clock, Engine, Tenant } from './engine.ts';
import { keepLeases } from './leases.ts';
import { startReactions, type Reactions } from './reactions.ts';
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
}

/** One server's tenants, timers and leases over a store, which stays its opener's to close. */
export function createEngine({
  store,
  clock,
  analyse,
  log,
  server = randomUUID(),
  newId = randomUUID,
  machineTime = Date.now,
}: EngineDeps): Engine {
  const commits = groupCommits(store, machineTime);
  const opening = new Map<string, Promise<TenantRuntime>>();
  const open = new Map<string, { readonly tenant: TenantRuntime; readonly reactions: Reactions }>();
  const fail = (cause: unknown, what: string) => log.error({ err: cause, what }, 'background work failed');

  const load = async (id: string): Promise<TenantRuntime> => {
    await leases.renewNow(id);
    const tenant: TenantRuntime = await TenantRuntime.open({
      id,
      store,
      commits,
      clock,
      server,
      newId,
      onOwn: (folded) => open.get(id)?.reactions.react(folded),
      onDueChanged: (at) => due.expect(at),
      fail,
    });
    const reactions = startReactions(tenant, clock, analyse, fail);
    open.set(id, { tenant, reactions });
    tenant.onReload(reactions.catchUp);
    reactions.catchUp();
    return tenant;
  };

  const tenant = (id: string): Promise<Tenant> => {
    let promise = opening.get(id);
    if (!promise) {
      promise = load(id);
      opening.set(id, promise);
      promise.catch(() => opening.delete(id));
    }
    return promise;
  };

  const leases = keepLeases(
    store,
    clock,
    server,
    () => [...open.values()].map((held) => held.tenant),
    (id) => open.get(id)?.reactions.catchUp(),
    fail,
  );
  const due = startDueLoop(store, clock, tenant, fail);

  return {
    tenant,
    async close() {
      await due.stop();
      for (const { reactions } of open.values()) reactions.stop();
      await commits.flush();
      await leases.stop();
      await Promise.all([...open.values()].map((held) => held.tenant.close()));
    },
  };
}
