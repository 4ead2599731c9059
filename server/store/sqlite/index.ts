export { DATABASE_FILE, openSqliteStore } from './open-sqlite-store.ts';
export type { SqliteOptions } from './sqlite-options.ts';
export { openSqliteReader } from './open-sqlite-reader.ts';
export type { StoreReader } from './open-sqlite-reader.ts';
