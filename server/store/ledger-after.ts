import type { LedgerWrite } from './store.ts';

/** What a commit leaves in `agent`'s ledger, by entry: of two lines for one entry the later holds. */
export function ledgerAfter(ledger: readonly LedgerWrite[], agent: string): ReadonlyMap<string, number> {
  return new Map(ledger.filter((line) => line.agent === agent).map((line) => [line.entry, line.units]));
}
