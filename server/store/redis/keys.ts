/**
 * Every Redis key and channel of the store. The `{…}` part keeps a tenant in one cluster slot; the tenant is encoded
 * and whatever else is free text comes last, so that no id can spell another's key. Types and lifetimes: scripts/README.md.
 */
export function redisKeys(prefix: string) {
  let last: { readonly tenant: string; readonly keys: ReturnType<typeof keysOf> } | undefined;
  const keysOf = (tenant: string) => tenantKeys(`${prefix}:{t:${encodeURIComponent(tenant.toWellFormed())}}`);
  return {
    schema: `${prefix}:schema`,
    tenants: `${prefix}:tenants`,
    ready: `${prefix}:ready`,
    /** Many calls in a row are for one tenant: its keys are made once. */
    ofTenant(tenant: string) {
      if (last?.tenant !== tenant) last = { tenant, keys: keysOf(tenant) };
      return last.keys;
    },
  };
}

const tenantKeys = (own: string) => ({
  meta: `${own}:meta`,
  versions: `${own}:versions`,
  live: `${own}:live`,
  final: `${own}:final`,
  due: `${own}:due`,
  floor: `${own}:floor`,
  audit: `${own}:audit`,
  agents: `${own}:agents`,
  answersEven: `${own}:answers:even`,
  answersOdd: `${own}:answers:odd`,
  leases: `${own}:leases`,
  wake: `${own}:wake`,
  ledger: (agent: string) => `${own}:ledger:${agent}`,
  lookup: (key: string) => `${own}:lookup:${key}`,
  plane: (plane: 'public' | 'internal', conversation: string) => `${own}:plane:${plane}:${conversation}`,
});

export type RedisKeys = ReturnType<typeof redisKeys>;
export type TenantKeys = ReturnType<RedisKeys['ofTenant']>;
