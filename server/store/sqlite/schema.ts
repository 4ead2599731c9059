import type { DatabaseSync } from 'node:sqlite';

/**
 * What brings a database from one schema version to the next: `MIGRATIONS[n]` takes version n to n + 1.
 * A released entry is never edited; a change of the schema is a new entry.
 * Feeds are rowid tables, so that they grow at their end whatever their keys are.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  INSERT INTO about VALUES ('epoch', lower(hex(randomblob(8))));

  CREATE TABLE tenant (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, floor INTEGER NOT NULL DEFAULT 0, audit INTEGER NOT NULL DEFAULT 0
  );

  CREATE TABLE aggregate (
    tenant INTEGER NOT NULL, family TEXT NOT NULL, id TEXT NOT NULL,
    version INTEGER NOT NULL, state TEXT NOT NULL, final INTEGER NOT NULL, due_at INTEGER,
    PRIMARY KEY (tenant, family, id)
  ) WITHOUT ROWID;
  CREATE INDEX aggregate_live ON aggregate (tenant) WHERE final = 0;
  CREATE INDEX aggregate_due ON aggregate (due_at) WHERE due_at IS NOT NULL;

  CREATE TABLE ledger (
    tenant INTEGER NOT NULL, agent TEXT NOT NULL, entry TEXT NOT NULL, units INTEGER NOT NULL,
    PRIMARY KEY (tenant, agent, entry)
  ) WITHOUT ROWID;

  CREATE TABLE plane (
    seq INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, conversation TEXT NOT NULL, plane TEXT NOT NULL,
    position INTEGER NOT NULL, body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX plane_position ON plane (tenant, conversation, plane, position);

  CREATE TABLE floor (
    seq INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, position INTEGER NOT NULL,
    command TEXT NOT NULL, appended TEXT NOT NULL, body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX floor_position ON floor (tenant, position);

  CREATE TABLE audit (seq INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE UNIQUE INDEX audit_position ON audit (tenant, position);

  CREATE TABLE lookup (seq INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL);
  CREATE UNIQUE INDEX lookup_once ON lookup (tenant, name, id);
  CREATE INDEX lookup_newest ON lookup (tenant, name, seq);

  CREATE TABLE remembered_even (
    tenant INTEGER NOT NULL, command TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (tenant, command)
  ) WITHOUT ROWID;
  CREATE TABLE remembered_odd (
    tenant INTEGER NOT NULL, command TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (tenant, command)
  ) WITHOUT ROWID;

  CREATE TABLE lease (
    tenant TEXT NOT NULL, name TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (tenant, name)
  ) WITHOUT ROWID;
  `,
  // When a line was written, so that old ones can go; what an earlier release wrote is as old as it is found.
  `ALTER TABLE audit ADD COLUMN at INTEGER NOT NULL DEFAULT 0; UPDATE audit SET at = unixepoch() * 1000;`,
];

/**
 * Brings `db` to the newest schema, in one transaction.
 * Throws a sentence for the operator when the database was written by a newer release.
 */
export function migrate(db: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const stored = db.prepare('SELECT version FROM schema_version').get()?.['version'];
    const version = typeof stored === 'number' ? stored : 0;
    if (version > migrations.length) {
      throw new Error(
        `it was written by a newer release (schema ${version}, this one knows ${migrations.length}): ` +
          'start that release again, or restore a backup made before the upgrade',
      );
    }
    for (const step of migrations.slice(version)) db.exec(step);
    db.exec(`DELETE FROM schema_version; INSERT INTO schema_version VALUES (${migrations.length})`);
    db.exec('COMMIT');
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw cause;
  }
}
