import { LEASE_MS } from '@floorwalk/core/agent';
import type { Store } from '../store/store.ts';
import type { Clock, Tenant } from './engine.ts';
import type { OpenTenants } from './open-tenants.ts';
import { system } from './reactions.ts';

const RENEW_MS = 5_000;
/** How long those who were connected to a server that stops in order count as there: they come back elsewhere. */
const COME_BACK_MS = 15_000;
/** How many tenants that nobody follows here are taken up in one look, where a server died that followed many. */
const TAKE_UP = 50;

/** The lease of one server, under which its connections live. */
export const serverLease = (server: string): string => `server:${server}`;

/** Left by a server that stops in order: what it still meant to do is taken up at once. */
const stopped = (server: string): string => `stopped:${server}`;

const isServersOwn = (key: string): boolean => key.startsWith(serverLease('')) || key.startsWith(stopped(''));

/**
 * Keeps this server's lease for its tenants and ends the connections of servers whose lease ran out: their watchers
 * leave the roster and their agents become unreachable (M3, K5), and what they left undone is taken up once, also in
 * tenants that nobody follows here. The result stops it; whoever was connected here then has a little while to come back
 * elsewhere.
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
  const underWay = new Set<string>();
  /** By tenant: until when this server's own lease runs, and what the last look saw of the others'. */
  const own = new Map<string, number>();
  const seen = new Map<string, ReadonlyMap<string, number>>();
  const renew = async (tenant: string): Promise<void> => {
    const until = clock.now() + LEASE_MS;
    await store.lease(tenant, serverLease(server), until);
    own.set(tenant, until);
  };

  async function look(tenant: Tenant): Promise<void> {
    // Whoever could not renew in time cannot say that the others did not: database or process stood still.
    const wasAway = clock.now() > (own.get(tenant.id) ?? 0);
    await renew(tenant.id);
    const leases = await store.leases(tenant.id);
    const before = wasAway ? new Map<string, number>() : (seen.get(tenant.id) ?? new Map<string, number>());
    const now = clock.now();
    const after = new Map(leases);
    seen.set(tenant.id, after);
    // Run out by this clock and not renewed since the last look: a clock that jumped ends nobody who is alive.
    const isGone = (holder: string): boolean => {
      if (holder === server) return false;
      const key = leases.has(serverLease(holder)) ? serverLease(holder) : holder;
      const until = leases.get(key) ?? 0;
      after.set(key, until);
      return until <= now && before.get(key) === until;
    };
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
      if (isServersOwn(key) && until <= now && !takenUp.has(ended)) {
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
    let takesUp = 0;
    await each(others, async (id) => {
      const hasEnded = [...(await store.leases(id)).values()].some((until) => until <= now);
      if (!hasEnded || (takesUp += 1) > TAKE_UP) return;
      await tenants.tenant(id);
      lookAt(id);
    });
  }

  /** One that fails keeps no other from being done; rejects in the end with the first that failed. */
  async function each<Of>(all: readonly Of[], work: (one: Of) => Promise<unknown>): Promise<void> {
    const settled = await Promise.allSettled(all.map(work));
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Begins a look where the last one of that name is over: one that waits for its database keeps no other waiting. */
  function begin(name: string, work: () => Promise<unknown>): void {
    if (isStopped || underWay.has(name)) return;
    underWay.add(name);
    work()
      .catch((cause: unknown) => fail(cause, 'leases'))
      .finally(() => underWay.delete(name));
  }

  function lookAt(id: string): void {
    const open = tenants.known(id);
    if (open) begin(`tenant ${id}`, () => look(open.tenant));
  }

  function lookAtAll(): void {
    for (const { tenant } of tenants.all()) lookAt(tenant.id);
    begin('elsewhere', lookElsewhere);
    begin('idle', () => tenants.releaseIdle());
  }

  function schedule(): void {
    if (isStopped) return;
    cancel = clock.at(clock.now() + RENEW_MS, () => {
      lookAtAll();
      schedule();
    });
  }

  schedule();
  return {
    renewNow: renew,
    async stop() {
      isStopped = true;
      cancel();
      const until = clock.now() + COME_BACK_MS;
      await Promise.all(
        tenants.all().flatMap(({ tenant: { id } }) => [
          // Ended, not dropped: another server sees it and takes up what this one still meant to do.
          store.lease(id, stopped(server), 0),
          store.lease(id, serverLease(server), until),
        ]),
      );
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
