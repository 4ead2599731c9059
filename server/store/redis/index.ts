export { openRedisStore } from './open-redis-store.ts';
export type { RedisOptions } from './open-redis-store.ts';
