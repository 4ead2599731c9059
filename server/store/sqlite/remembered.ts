import type { DatabaseSync } from 'node:sqlite';

/**
 * The answers of recent commands (P4), in two buckets of `bucketMs` each: an answer is found for at least one bucket's
 * length and at most two, and a whole bucket is forgotten at once. Call inside the transaction that it belongs to.
 */
export function rememberedAnswers(db: DatabaseSync, bucketMs: number) {
  const tables = ['remembered_even', 'remembered_odd'].map((table) => ({
    find: db.prepare(`SELECT answer FROM ${table} WHERE tenant = ? AND command = ?`),
    keep: db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?)`),
    forget: db.prepare(`DELETE FROM ${table}`),
  }));
  const readBucket = db.prepare(`SELECT value FROM about WHERE name = 'bucket'`);
  const writeBucket = db.prepare(
    `INSERT INTO about VALUES ('bucket', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
  );

  const tableOf = (bucket: number) => {
    const table = tables[bucket % 2];
    if (table === undefined) throw new RangeError(`There is no bucket ${bucket}`);
    return table;
  };

  return {
    /** Forgets what is too old and answers the bucket of now. A clock that went back does not reopen a bucket. */
    turn(now: number): number {
      const stored = Number(readBucket.get()?.['value'] ?? -2);
      const bucket = Math.floor(now / bucketMs);
      if (bucket <= stored) return stored;
      tableOf(bucket).forget.run();
      if (bucket > stored + 1) tableOf(bucket + 1).forget.run();
      writeBucket.run(String(bucket));
      return bucket;
    },
    find(bucket: number, tenant: number, command: string): string | undefined {
      for (const table of [tableOf(bucket), tableOf(bucket + 1)]) {
        const answer = table.find.get(tenant, command)?.['answer'];
        if (typeof answer === 'string') return answer;
      }
      return undefined;
    },
    keep(bucket: number, tenant: number, command: string, answer: string): void {
      tableOf(bucket).keep.run(tenant, command, answer);
    },
  };
}

export type RememberedAnswers = ReturnType<typeof rememberedAnswers>;
