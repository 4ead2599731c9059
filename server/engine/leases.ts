import { LEASE_MS } from '@floorwalk/core/agent';
import type { Store } from '../store/store.ts';
import type { Clock, Tenant } from './engine.ts';
import type { OpenTenants } from './open-tenants.ts';
import { system } from './reactions.ts';

const RENEW_MS = 5_000;
/** How many tenants that nobody follows here are taken up in one look, where a server died that followed many. */
const TAKE_UP = 50;

/** The lease of one server, under which its connections live. */
export const serverLease = (server: string): string => `server:${server}`;

const isServerLease = (key: string): boolean => key.startsWith(serverLease(''));

/**
 * Keeps this server's lease for its tenants and ends the connections of servers whose lease ran out: their watchers
 * leave the roster and their agents become unreachable (M3, K5), and what they left undone is taken up once, also in
 * tenants that nobody follows here. The result stops it and ends the lease.
 */
export function keepLeases(
  store: Store,
  clock: Clock,
  server: string,
  tenants: OpenTenants,
  fail: (cause: unknown, what: string) => void,
): { readonly renewNow: (tenant: string) => Promise<void>; readonly stop: () => Promise<void> } {
  let isStopped = false;
  let cancel: () => void = () => {};
  const takenUp = new Set<string>();
  const renew = (tenant: string) => store.lease(tenant, serverLease(server), clock.now() + LEASE_MS);

  async function look(tenant: Tenant): Promise<void> {
    await renew(tenant.id);
    const leases = await store.leases(tenant.id);
    const now = clock.now();
    const isGone = (holder: string) =>
      holder !== server && (leases.get(serverLease(holder)) ?? leases.get(holder) ?? 0) <= now;
    for (const agent of tenant.floor.agents.values())
      for (const [connection, holder] of Object.entries(agent.connections))
        if (isGone(holder))
          await tenant.run(system, { of: 'agent', id: agent.id, command: { type: 'Disconnect', connection } });
    for (const roster of tenant.floor.rosters.values())
      for (const watcher of roster.watchers)
        for (const [connection, holder] of Object.entries(watcher.connections))
          if (isGone(holder)) await endWatch(tenant, roster.id, watcher.id, connection);
    for (const [key, until] of leases) {
      const ended = `${tenant.id} ${key} ${until}`;
      if (isServerLease(key) && until <= now && !takenUp.has(ended)) {
        takenUp.add(ended);
        tenants.known(tenant.id)?.reactions.catchUp();
      }
      if (until + LEASE_MS < now) {
        await store.dropLease(tenant.id, key);
        takenUp.delete(ended);
      }
    }
  }

  /** A lease that ended where nobody follows here is work too: whoever sees it opens the tenant. */
  async function lookElsewhere(): Promise<void> {
    const others = (await store.tenants()).filter((id) => tenants.known(id) === undefined);
    const now = clock.now();
    const ended = await Promise.all(
      others.map(async (id) => [...(await store.leases(id)).values()].some((until) => until <= now)),
    );
    await Promise.all(
      others
        .filter((_, i) => ended[i])
        .slice(0, TAKE_UP)
        .map(tenants.tenant),
    );
  }

  async function lookAtAll(): Promise<void> {
    await lookElsewhere();
    await Promise.all(tenants.all().map(({ tenant }) => look(tenant)));
    await tenants.releaseIdle();
  }

  function schedule(): void {
    if (isStopped) return;
    cancel = clock.at(clock.now() + RENEW_MS, () => {
      void lookAtAll()
        .catch((cause: unknown) => fail(cause, 'leases'))
        .finally(schedule);
    });
  }

  schedule();
  return {
    renewNow: renew,
    async stop() {
      isStopped = true;
      cancel();
      // Ended, not dropped: another server sees it and takes up what this one still meant to do.
      await Promise.all(tenants.all().map(({ tenant }) => store.lease(tenant.id, serverLease(server), 0)));
    },
  };
}

/** A page's lease on monitoring ended; with the person's last one they are no consultant any more (M5). */
export async function endWatch(
  tenant: Tenant,
  conversation: string,
  person: string,
  connection: string,
): Promise<void> {
  await tenant.run(system, { of: 'roster', id: conversation, command: { type: 'Unwatch', connection } });
  const stillHere = tenant.floor.rosters.get(conversation)?.watchers.some(({ id }) => id === person);
  const consults = tenant.floor.conversations.get(conversation)?.consultants.some(({ id }) => id === person);
  if (stillHere || !consults) return;
  const actor = {
    kind: 'person' as const,
    id: person,
    name: tenant.floor.people.get(person)?.name ?? person,
    roles: [],
    scope: [],
    from: 'system' as const,
  };
  await tenant.run(actor, { of: 'conversation', id: conversation, command: { type: 'Leave' } });
}
