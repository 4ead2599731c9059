export { DATABASE_FILE, openSqliteStore } from './open-sqlite-store.ts';
export type { SqliteOptions } from './open-sqlite-store.ts';
