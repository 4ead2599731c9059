import type { DatabaseSync } from 'node:sqlite';
import type { Commit, CommitOutcome } from '../store.ts';
import { ledgerAfter } from '../ledger-after.ts';

type Refused = Extract<CommitOutcome, { outcome: 'conflict' | 'full' }>;

/** Answers why a commit may not be written now, from reads alone; undefined if it may. */
export function commitChecks(db: DatabaseSync) {
  const version = db.prepare('SELECT version FROM aggregate WHERE tenant = ? AND family = ? AND id = ?');
  const load = db.prepare('SELECT coalesce(sum(units), 0) AS load FROM ledger WHERE tenant = ? AND agent = ?');
  const held = db.prepare('SELECT units FROM ledger WHERE tenant = ? AND agent = ? AND entry = ?');

  return (tenant: number, commit: Commit): Refused | undefined => {
    const versions = commit.expect.map(({ family, id }) => Number(version.get(tenant, family, id)?.['version'] ?? 0));
    if (commit.expect.some((expect, i) => expect.version !== versions[i])) return { outcome: 'conflict', versions };

    for (const { agent, atMost } of commit.ledger) {
      if (atMost === undefined) continue;
      const now = Number(load.get(tenant, agent)?.['load']);
      let after = now;
      for (const [entry, units] of ledgerAfter(commit.ledger, agent)) {
        after += units - Number(held.get(tenant, agent, entry)?.['units'] ?? 0);
      }
      if (after > atMost) return { outcome: 'full', agent, load: now };
    }
    return undefined;
  };
}
