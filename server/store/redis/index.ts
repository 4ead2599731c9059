export { openRedisStore } from './open-redis-store.ts';
export type { RedisOptions } from './redis-options.ts';
export { topologyOf } from './topology-of.ts';
export { readAddress, withoutSecrets } from './address.ts';
