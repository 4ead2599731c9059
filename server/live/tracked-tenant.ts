import type { Engine, Tenant } from '../engine/engine.ts';

/** An engine whose commands under way can be waited for. */
export interface Tracked {
  readonly engine: Pick<Engine, 'tenant'>;
  /** Resolves when no command is under way. */
  readonly settled: () => Promise<void>;
}

/** Counts the commands that go through it, so that a stop can wait for their answers. */
export function tracked(engine: Pick<Engine, 'tenant'>): Tracked {
  const underWay = new Set<Promise<unknown>>();
  // One for each that the engine gives: it lets a tenant go and reads it anew.
  const tenants = new WeakMap<Tenant, Tenant>();
  const track = <T>(promise: Promise<T>): Promise<T> => {
    const done: Promise<unknown> = promise.then(
      () => underWay.delete(done),
      () => underWay.delete(done),
    );
    underWay.add(done);
    return promise;
  };
  return {
    engine: {
      tenant: async (id) => {
        const tenant = await engine.tenant(id);
        const known = tenants.get(tenant) ?? trackedTenant(tenant, track);
        tenants.set(tenant, known);
        return known;
      },
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

const trackedTenant = (tenant: Tenant, track: <T>(promise: Promise<T>) => Promise<T>): Tenant => ({
  id: tenant.id,
  get floor() {
    return tenant.floor;
  },
  get epoch() {
    return tenant.epoch;
  },
  get offset() {
    return tenant.offset;
  },
  now: () => tenant.now(),
  run: (actor, request, options) => track(tenant.run(actor, request, options)),
  onFold: (listener) => tenant.onFold(listener),
  onReload: (listener) => tenant.onReload(listener),
  settle: () => tenant.settle(),
  conversation: (id) => tenant.conversation(id),
  readPlane: (conversation, plane, since, limit) => tenant.readPlane(conversation, plane, since, limit),
  readSaid: (since, limit) => tenant.readSaid(since, limit),
  find: (key, limit) => tenant.find(key, limit),
  readAudit: (since, limit) => tenant.readAudit(since, limit),
  readAuditBack: (before, limit) => tenant.readAuditBack(before, limit),
  verifyAudit: () => tenant.verifyAudit(),
  noteRead: (actor, what, conversation) => track(tenant.noteRead(actor, what, conversation)),
  auditLedger: () => tenant.auditLedger(),
  repairLedger: (actor) => track(tenant.repairLedger(actor)),
});
