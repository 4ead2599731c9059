import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import { holdings } from '../conversation/holdings.ts';
import type { Floor } from './floor.ts';

/** One line of the ledger: `units` that `agent` holds for `entry`, a conversation's id; 0 removes the line (K3). */
export interface LedgerLine {
  readonly agent: string;
  readonly entry: string;
  readonly units: number;
}

/** Where the stored ledger and what the states imply differ, for the audit that repairs it (K3). */
export interface LedgerDifference {
  readonly agent: string;
  readonly entry: string;
  readonly stored: number;
  readonly implied: number;
}

/** The lines that a conversation's change of state writes: only those that differ from what the ledger says now. */
export function ledgerWrites(
  ledger: Floor['ledger'],
  before: Conversation | undefined,
  after: Conversation,
): readonly LedgerLine[] {
  const implied = new Map(holdings(after).map(({ agent, units }) => [agent, units]));
  const agents = new Set([...implied.keys(), ...(before === undefined ? [] : involved(before)), ...involved(after)]);
  const writes: LedgerLine[] = [];
  for (const agent of agents) {
    const units = implied.get(agent) ?? 0;
    if (units !== (ledger.get(agent)?.get(after.id) ?? 0)) writes.push({ agent, entry: after.id, units });
  }
  return writes;
}

/** Changes the ledger in place by the lines of a commit. */
export function applyLedger(ledger: Floor['ledger'], lines: Iterable<LedgerLine>): void {
  for (const { agent, entry, units } of lines) {
    const held = ledger.get(agent) ?? new Map<string, number>();
    if (units === 0) held.delete(entry);
    else held.set(entry, units);
    if (held.size === 0) ledger.delete(agent);
    else ledger.set(agent, held);
  }
}

/** Every line where the ledger does not say what the conversations on the floor imply; empty: they agree (K3). */
export function auditLedger(floor: Floor, stored: Iterable<LedgerLine>): readonly LedgerDifference[] {
  const lines = new Map<string, { agent: string; entry: string; stored: number; implied: number }>();
  const line = (agent: string, entry: string) => {
    const key = JSON.stringify([agent, entry]);
    const known = lines.get(key) ?? { agent, entry, stored: 0, implied: 0 };
    lines.set(key, known);
    return known;
  };
  for (const { agent, entry, units } of stored) line(agent, entry).stored += units;
  for (const c of floor.conversations.values())
    for (const { agent, units } of holdings(c)) line(agent, c.id).implied += units;
  return [...lines.values()].filter((found) => found.stored !== found.implied);
}

/** The floor's own ledger as lines, to compare with a stored one. */
export const ledgerLines = (ledger: Floor['ledger']): readonly LedgerLine[] =>
  [...ledger].flatMap(([agent, held]) => [...held].map(([entry, units]) => ({ agent, entry, units })));

/** Agents who hold or could have held units for it, whatever its state. */
const involved = (c: Conversation): readonly string[] =>
  [primaryOf(c)?.id, offerOf(c)?.agent].filter((id) => id !== undefined);
